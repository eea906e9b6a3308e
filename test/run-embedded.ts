/** A program around the embedded database, for tests that end it: `run-embedded.ts DATA_DIR MONGOD` prints the url, then waits. */
import { startEmbeddedMongo } from "../lib/db/embedded.ts";

const [, , dataDir = "", binary = ""] = process.argv;
const log = (line: string) => console.log(`log: ${line}`);

startEmbeddedMongo({ dataDir, binary, log }).then(
	(mongo) => {
		console.log(`url: ${mongo.url}`);
		const alive = setInterval(() => {}, 60_000);
		for (const signal of ["SIGINT", "SIGTERM"]) {
			process.once(signal, async () => {
				await mongo.stop();
				clearInterval(alive);
			});
		}
	},
	(error: Error) => {
		console.log(`error: ${error.message}`);
		process.exitCode = 1;
	},
);
