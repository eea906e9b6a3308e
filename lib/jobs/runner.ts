/** Work that runs by the clock, on one process at a time however many there are. */

import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import { db } from "../db/client.ts";
import { log } from "../log.ts";
import { jobs } from "./all.ts";

/** A job that takes longer is taken for dead and run again by another process. */
const LOCKED_FOR_MS = 10 * 60_000;

/** @returns a function that lets running jobs finish and stops */
export async function startJobs(): Promise<() => Promise<void>> {
	const agenda = new Agenda({
		backend: new MongoBackend({ mongo: db(), collection: "jobs" }),
		processEvery: "10 seconds",
		defaultLockLifetime: LOCKED_FOR_MS,
	});
	agenda.on("fail", (error: unknown, job: { attrs: { name: string } }) =>
		log().error({ err: error, job: job.attrs.name }, "A job failed; it runs again at its next time."),
	);
	for (const { name, run } of jobs) {
		agenda.define(name, async () => {
			const done = await run();
			if (done > 0) log().info({ job: name, done }, "A job had something to do.");
		});
	}
	await agenda.start();
	for (const { name, every } of jobs) await agenda.every(every, name);
	return () => agenda.stop();
}
