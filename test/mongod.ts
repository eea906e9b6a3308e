/** One real MongoDB for all unit and integration tests of a run. Each test file takes a database of its own in it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findMongod } from "../bin/find-mongod.mjs";
import { startEmbeddedMongo } from "../lib/db/embedded.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** Of a replica set; it names the database `parley`, which a test replaces by its own. */
		mongoUrl: string;
		/** The mongod program that was found. */
		mongodBinary: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = mkdtempSync(join(tmpdir(), "parley-tests-"));
	const env = { ...process.env, DATA_DIR: dataDir };
	const binary = await findMongod({ env, say: () => {} });
	const mongo = await startEmbeddedMongo({ dataDir, binary, log: (line) => console.log(line) });
	project.provide("mongoUrl", mongo.url);
	project.provide("mongodBinary", binary);
	return async () => {
		await mongo.stop();
		rmSync(dataDir, { recursive: true, force: true });
	};
}
