/**
 * Numbered migrations: each runs once per installation, in order, under a lock that expires, so that a process that died
 * half-way does not stop the others for ever. A migration can be run again from its beginning without harm.
 */

import { migrations as done } from "@/models/migration";
import { giveBackLock, takeLock } from "@/models/server-fact";
import { log } from "../log.ts";
import { newId } from "../shared/ids.ts";

export type Migration = {
	number: number;
	name: string;
	/** @returns a sentence that says why it cannot run on this database, or nothing */
	check?(): Promise<string | undefined>;
	run(): Promise<void>;
};

const LOCK_FOR_MS = 60_000;
const LOCK_RENEWED_EVERY_MS = 15_000;
const LOCK_ASKED_EVERY_MS = 500;

/** @throws Error with the sentence of a failed check, before anything of that migration was run */
export async function migrate(list: Migration[]): Promise<void> {
	if ((await pending(list)).length === 0) return;
	const release = await lock();
	try {
		for (const migration of await pending(list)) {
			const objection = await migration.check?.();
			if (objection) throw new Error(`Migration ${migration.number} (${migration.name}) cannot run: ${objection}`);
			log().info({ migration: migration.number, name: migration.name }, "Migrating the database.");
			await migration.run();
			await done().insertOne({ _id: migration.number, name: migration.name, doneAt: new Date() });
		}
	} finally {
		await release();
	}
}

async function pending(list: Migration[]): Promise<Migration[]> {
	const numbers = new Set(
		(
			await done()
				.find({}, { projection: { _id: 1 } })
				.toArray()
		).map(({ _id }) => _id),
	);
	return list.filter(({ number }) => !numbers.has(number)).sort((a, b) => a.number - b.number);
}

async function lock(): Promise<() => Promise<void>> {
	const owner = newId();
	const take = () => takeLock("migration-lock", owner, LOCK_FOR_MS);
	while (!(await take())) await new Promise((resolve) => setTimeout(resolve, LOCK_ASKED_EVERY_MS));
	const renewal = setInterval(() => void take().catch(() => {}), LOCK_RENEWED_EVERY_MS);
	return async () => {
		clearInterval(renewal);
		await giveBackLock("migration-lock", owner);
	};
}
