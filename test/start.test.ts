/** What the program says when it cannot start, and that it waits where waiting helps. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import WebSocket from "ws";
import { setUpServer } from "./people.ts";
import { freePort, startServer } from "./server.ts";
import { databaseUrl, send } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "parley-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const newFolder = () => mkdtempSync(join(folder, "folder-"));

/** Starts the program with this environment and waits until it has ended by itself. */
async function ended(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
	const child = spawn(process.execPath, ["dist/server.mjs"], {
		cwd: resolve(import.meta.dirname, ".."),
		env: {
			PATH: process.env.PATH,
			NODE_ENV: "production",
			HOST: "127.0.0.1",
			PORT: String(await freePort()),
			DATA_DIR: join(folder, "data"),
			MONGO_URL: databaseUrl(inject("mongoUrl"), "never"),
			...env,
		},
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output += text.toString()));
	const code = await new Promise<number | null>((done) => child.once("exit", done));
	return { code, output };
}

const wrong: { env: Record<string, string>; says: string }[] = [
	{
		env: { PORT: "eighty" },
		says: 'PORT is "eighty", which is not accepted. Accepted: a whole number from 1 to 65535.',
	},
	{ env: { ROOT_URL: "chat.example.org" }, says: "Accepted: an address that begins with http:// or https://." },
	{ env: { MONGO_URL: "postgres://x" }, says: "Accepted: an address that begins with mongodb:// or mongodb+srv://." },
	{ env: { TRUST_PROXY: "my-proxy" }, says: "Accepted: addresses or ranges (10.0.0.0/8), loopback or private" },
	{ env: { LOG_LEVEL: "loud" }, says: "Accepted: fatal, error, warn, info, debug, trace, silent." },
	{ env: { RATE_LIMITS: "no" }, says: "Accepted: on, off." },
	{ env: { MONGOD_BINARY: "/nowhere/mongod" }, says: "Accepted: the path of a mongod program that exists." },
	{ env: { SETTING_Message_MaxAllowedSize: "many" }, says: "Accepted: a whole number from 1 to 100000." },
	{ env: { SETTING_Accounts_RegistrationForm: "Sometimes" }, says: "Accepted: Public, Disabled." },
];

test.each(wrong)("$env is named with what is accepted, and the exit code is 1", async ({ env, says }) => {
	const { code, output } = await ended(env);
	expect(output).toContain(says);
	expect(output).not.toContain("    at ");
	expect(code).toBe(1);
});

test("a password in MONGO_URL is not shown with the error", async () => {
	const { output } = await ended({ MONGO_URL: "mongo://parley:hunter2@127.0.0.1" });
	expect(output).toContain("MONGO_URL");
	expect(output).not.toContain("hunter2");
});

test("a port in use is a clear sentence", async () => {
	const other = createServer();
	const port = await freePort();
	await new Promise<void>((done) => other.listen(port, "127.0.0.1", done));
	const { code, output } = await ended({ PORT: String(port) });
	other.close();
	expect(output).toContain(`Port ${port} is in use by another program`);
	expect(code).toBe(1);
});

test("a setting that does not exist is warned of with the nearest one", async () => {
	const server = await startServer({
		mongoUrl: databaseUrl(inject("mongoUrl"), "typo"),
		env: { SETTING_Site_Nmae: "Brackwater", SETTING_Site_Name: "Brackwater" },
	});
	expect(server.output()).toContain("there is no such setting. Did you mean SETTING_Site_Name?");
	const { body } = await send<{ name: string }>(`${server.url}/api/server`, "GET", {});
	expect(body.name).toBe("Brackwater");
	expect(await server.stop()).toBe(0);
	const client = await MongoClient.connect(inject("mongoUrl"));
	await client.db("typo").dropDatabase();
	await client.close();
});

/** A mongod of its own. @returns a function that ends it */
async function startMongod(dbpath: string, port: number, ...args: string[]): Promise<() => Promise<void>> {
	const place = ["--dbpath", dbpath, "--port", String(port), "--bind_ip", "127.0.0.1"];
	const mongod = spawn(inject("mongodBinary"), [...place, ...args]);
	await new Promise<void>((ready, reject) => {
		mongod.once("exit", (code) => reject(new Error(`mongod ended with ${code}`)));
		mongod.stdout.on("data", (text: Buffer) => text.toString().includes("Waiting for connections") && ready());
	});
	return async () => {
		mongod.removeAllListeners("exit");
		const gone = new Promise((done) => mongod.once("exit", done));
		mongod.kill();
		await gone;
	};
}

test("an outside MongoDB that is not a replica set: the sentence says which command makes it one", async () => {
	const port = await freePort();
	const stop = await startMongod(newFolder(), port);
	const { code, output } = await ended({ MONGO_URL: `mongodb://127.0.0.1:${port}/parley` });
	await stop();
	expect(output).toContain("is not a replica set, which Parley needs.");
	expect(output).toContain("rs.initiate()");
	expect(code).toBe(1);
});

let authPort: number;
let stopAuth: () => Promise<void>;
beforeAll(async () => {
	authPort = await freePort();
	stopAuth = await startMongod(newFolder(), authPort, "--auth");
	const client = await MongoClient.connect(`mongodb://127.0.0.1:${authPort}`);
	await client.db("admin").command({ createUser: "parley", pwd: "right", roles: ["root"] });
	await client.close();
});
afterAll(() => stopAuth());

test("a wrong password and a missing one are told apart", async () => {
	const wrong = await ended({ MONGO_URL: `mongodb://parley:wrong@127.0.0.1:${authPort}/parley?authSource=admin` });
	expect(wrong.output).toContain("refuses the user name or the password");
	expect(wrong.code).toBe(1);
	const right = await ended({ MONGO_URL: `mongodb://parley:right@127.0.0.1:${authPort}/parley?authSource=admin` });
	expect(right.output).toContain("is not a replica set");
});

test("a database that is away is waited for: at the start and later, with 503 meanwhile and nothing lost", async () => {
	const dataDir = newFolder();
	const port = await freePort();
	const mongoPort = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const starting = startServer({ dataDir, port, mongoUrl: `mongodb://127.0.0.1:${mongoPort}/parley?replicaSet=away` });
	await expect.poll(() => status(`${url}/api/server`), { timeout: 20_000 }).toBe(503);
	expect(await status(`${url}/api/health/live`)).toBe(200);
	expect(await status(`${url}/api/health/ready`)).toBe(503);

	expect(await upgradeStatus(`${url}/socket.io/?EIO=4&transport=websocket`)).toBe(503);
	expect(await status(`${url}/socket.io/?EIO=4&transport=polling`)).toBe(503);
	// The first attempt gives up after three seconds, and says why it goes on.
	await sleep(3_500);
	const dbpath = newFolder();
	const begin = () => startMongod(dbpath, mongoPort, "--replSet", "away");
	let stop = await begin();
	const client = await MongoClient.connect(`mongodb://127.0.0.1:${mongoPort}/?directConnection=true`);
	await client
		.db("admin")
		.command({ replSetInitiate: { _id: "away", members: [{ _id: 0, host: `127.0.0.1:${mongoPort}` }] } });
	await client.close();
	const server = await starting;
	expect(server.output()).toContain("The database cannot be reached");
	const alice = await setUpServer(url);
	const room = await alice.get<{ id: string }>("/api/rooms/@general");

	await stop();
	await expect.poll(() => status(`${url}/api/health/ready`), { timeout: 20_000 }).toBe(503);
	const meanwhile = await alice.call("POST", `/api/rooms/${room.id}/messages`, { text: "meanwhile" });
	expect(meanwhile).toMatchObject({ status: 503, body: { error: { code: "database-away" } } });
	stop = await begin();
	await expect.poll(() => status(`${url}/api/health/ready`), { timeout: 30_000 }).toBe(200);
	await alice.post(`/api/rooms/${room.id}/messages`, { text: "back" });
	expect(await server.stop()).toBe(0);
	await stop();
});

async function status(url: string): Promise<number> {
	return fetch(url).then(
		(response) => response.status,
		() => 0,
	);
}

/** What a socket is answered that is not let in. */
function upgradeStatus(url: string): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(url.replace("http", "ws"));
		socket.once("open", () => reject(new Error("It was let in.")));
		socket.once("error", reject);
		socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
	});
}
