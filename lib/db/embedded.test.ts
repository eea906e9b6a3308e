import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { mongodOn } from "./data-folder.ts";

const WITHIN_MS = 15_000;

let dataDir = "";
let programs: Program[] = [];

beforeEach(() => {
	dataDir = realpathSync(mkdtempSync(join(tmpdir(), "embedded-")));
	programs = [];
});

afterEach(async () => {
	for (const { child } of programs) child.kill("SIGKILL");
	await until(() => mongodPid() === undefined);
	rmSync(dataDir, { recursive: true, force: true });
});

test("what was acknowledged is there after a clean stop, at the same address", async () => {
	const first = await up();
	await write(first.url, "alice");
	expect(await ended(first, "SIGTERM")).toBe(0);
	expect(mongodPid()).toBeUndefined();

	const second = await up();
	expect(second.url).toBe(first.url);
	expect(await names(second.url)).toEqual(["alice"]);
});

test("transactions and change streams work", async () => {
	const { url } = await up();
	await using client = new MongoClient(url);
	const users = client.db().collection("users");
	await users.insertOne({ name: "alice" });
	const changes = users.watch();
	const seen = changes.next();
	await sleep(200);
	await client.withSession((session) => session.withTransaction(() => users.insertOne({ name: "bob" }, { session })));
	expect(await seen).toMatchObject({ operationType: "insert", fullDocument: { name: "bob" } });
	await changes.close();
});

test("after a SIGKILL of the program its database closes, and the next start has everything", async () => {
	const first = await up();
	await write(first.url, "alice");
	await ended(first, "SIGKILL");

	const second = await up();
	expect(second.url).toBe(first.url);
	expect(await names(second.url)).toEqual(["alice"]);
	await ended(second, "SIGKILL");
	await until(() => mongodPid() === undefined);
});

test("after a SIGKILL of the database it is started again and clients find it", async () => {
	const program = await up();
	await using client = new MongoClient(program.url);
	await client.db().collection("users").insertOne({ name: "alice" });
	const before = mongodPid();
	process.kill(before ?? 0, "SIGKILL");

	await until(() => program.said().includes("The database is back."));
	expect(mongodPid()).not.toBe(before);
	expect(await client.db().collection("users").countDocuments()).toBe(1);
});

test("Ctrl-C does not reach the database before its program", async () => {
	const program = await up();
	process.kill(-(program.child.pid ?? 0), "SIGINT");
	expect(await ended(program)).toBe(0);
	expect(program.said()).not.toContain("unexpectedly");
});

test("a second start is refused while the first lives, and its lock alone does not refuse", async () => {
	const first = await up();
	const second = program();
	expect(await ended(second)).toBe(1);
	expect(second.said()).toContain(`Another Parley (process ${first.child.pid}) runs on the data folder ${dataDir}`);
	expect(await names(first.url)).toEqual([]);
	await ended(first, "SIGKILL");

	// The number of the dead program belongs to another one now: to this one.
	writeFileSync(join(dataDir, "lock.json"), JSON.stringify({ pid: process.pid, birth: "earlier" }));
	await up();
});

test("when another program took the port, another one is chosen and the data stays", async () => {
	const first = await up();
	await write(first.url, "alice");
	await ended(first, "SIGTERM");

	await using _other = await otherProgram(memory().port);
	const second = await up();
	expect(second.url).not.toBe(first.url);
	expect(await names(second.url)).toEqual(["alice"]);
});

test("a port that is free again in a moment is waited for", async () => {
	const first = await up();
	await ended(first, "SIGTERM");

	const other = await otherProgram(memory().port);
	setTimeout(() => other.close(), 500);
	const second = await up();
	expect(second.url).toBe(first.url);
});

test("data of another MongoDB series is refused with what to do", async () => {
	writeFileSync(join(dataDir, "db.json"), JSON.stringify({ port: 20_001, mongodb: "4.4.1" }));
	const refused = program();
	expect(await ended(refused)).toBe(1);
	expect(refused.said()).toMatch(/was written by MongoDB 4\.4 and .* is \d.*: name a mongod 4\.4 in MONGOD_BINARY/);
});

test("why it does not start is said in one sentence", async () => {
	const first = await up();
	await ended(first, "SIGTERM");
	writeFileSync(join(dataDir, "db", "WiredTiger.wt"), "spoiled");
	const second = program();
	expect(await ended(second)).toBe(1);
	expect(second.said()).toMatch(/error: The database did not start \(.+\): .*WiredTiger/);
});

type Program = { child: ChildProcess; said: () => string };

function program(): Program {
	const root = resolve(import.meta.dirname, "../..");
	const args = ["--import", "tsx", join(root, "test/run-embedded.ts"), dataDir, inject("mongodBinary")];
	const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"], detached: true });
	let said = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		said += text;
	});
	const made = { child, said: () => said };
	programs.push(made);
	return made;
}

async function up(): Promise<Program & { url: string }> {
	const made = program();
	await until(() => made.said().includes("url: ") || made.child.exitCode !== null);
	const url = /url: (\S+)/.exec(made.said())?.[1];
	if (!url) throw new Error(made.said());
	return { ...made, url };
}

async function ended({ child }: Program, signal?: NodeJS.Signals): Promise<number | null> {
	if (signal) child.kill(signal);
	await until(() => child.exitCode !== null || child.signalCode !== null);
	return child.exitCode;
}

async function write(url: string, name: string): Promise<void> {
	await using client = new MongoClient(url);
	await client
		.db()
		.collection("users")
		.insertOne({ name }, { writeConcern: { w: "majority", journal: true } });
}

async function names(url: string): Promise<unknown[]> {
	await using client = new MongoClient(url);
	return (await client.db().collection("users").find().toArray()).map(({ name }) => name);
}

function mongodPid(): number | undefined {
	return mongodOn(join(dataDir, "db"));
}

function memory(): { port: number } {
	return JSON.parse(readFileSync(join(dataDir, "db.json"), "utf8"));
}

async function otherProgram(port: number): Promise<Server> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
	return server;
}

async function until(holds: () => boolean): Promise<void> {
	const giveUpAt = Date.now() + WITHIN_MS;
	while (!holds()) {
		if (Date.now() > giveUpAt) throw new Error("This did not come true in time.");
		await sleep(20);
	}
}
