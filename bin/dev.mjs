/**
 * `npm run dev`: the server with hot reload. Next reloads pages and API routes by itself; a change of what server.ts imports starts
 * the server anew. The database runs here, so that it outlives those restarts.
 */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { prepare } from "./setup.mjs";
import { giveUp, passSignals, root, say } from "./step.mjs";

process.env.NODE_ENV = "development";
process.chdir(root);
const { mongod } = await prepare().catch(giveUp);
const database = mongod && (await startDatabase(mongod).catch(giveUp));

const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
const server = spawn(process.execPath, [tsx, "watch", "--clear-screen=false", "server.ts"], {
	stdio: "inherit",
	env: { ...process.env, ...(database ? { MONGO_URL: database.url } : {}) },
});
passSignals(server);
server.once("exit", async (code) => {
	await database?.stop();
	process.exit(code ?? 1);
});

async function startDatabase(binary) {
	const { register } = await import("tsx/esm/api");
	register();
	const { startEmbeddedMongo } = await import("../lib/db/embedded.ts");
	return await startEmbeddedMongo({ dataDir: resolve(process.env.DATA_DIR || "data"), binary, log: say });
}
