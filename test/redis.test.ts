/** With REDIS_URL several processes are one chat: what is written through one is pushed to the pages of the other. */
import { type ChildProcess, spawn } from "node:child_process";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Message } from "../lib/shared/schemas/message.ts";
import type { RoomView } from "../lib/shared/schemas/room.ts";
import { at, registerAt, setUpServer } from "./people.ts";
import { freePort, type Server, startServer } from "./server.ts";
import { databaseUrl, type Person } from "./world.ts";

let redis: ChildProcess;
let first: Server;
let second: Server;
let alice: Person;
let bob: Person;
const mongoUrl = databaseUrl(inject("mongoUrl"), `redis-${process.pid}`);

beforeAll(async () => {
	const port = await freePort();
	const program = process.env.REDIS_SERVER ?? "redis-server";
	redis = spawn(program, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
	await new Promise<void>((resolve, reject) => {
		redis.once("error", reject);
		redis.stdout?.on("data", (text: Buffer) => text.toString().includes("Ready to accept") && resolve());
	});
	const env = { REDIS_URL: `redis://127.0.0.1:${port}` };
	first = await startServer({ mongoUrl, env });
	second = await startServer({ mongoUrl, env });
	alice = await setUpServer(first.url);
	bob = await registerAt(second.url, "bob");
});
afterAll(async () => {
	await Promise.all([first?.stop(), second?.stop()]);
	redis.kill();
	const client = await MongoClient.connect(mongoUrl);
	await client.db().dropDatabase();
	await client.close();
});

test("a message that is sent through one process arrives at the pages of the other", async () => {
	const listener = await at(second.url, bob).connect();
	const room = await alice.get<RoomView>("/api/rooms/@general");
	const { id } = await alice.post<Message>(`/api/rooms/${room.id}/messages`, { text: "across" });
	await listener.heard("message:created", ({ message }) => (message as Message).id === id);
	expect(listener.events.filter(({ name }) => name === "message:created")).toHaveLength(1);
	listener.close();
});

test("who is added on one process hears the room on the other at once, and who is removed hears nothing more", async () => {
	const listener = await at(second.url, bob).connect();
	const room = await alice.post<RoomView>("/api/rooms", { kind: "private", name: "plans", members: [bob.id] });
	await listener.heard("membership:changed", ({ room: heard }) => (heard as RoomView).id === room.id);
	await alice.post(`/api/rooms/${room.id}/messages`, { text: "welcome" });
	await listener.heard("message:created", ({ message }) => (message as Message).text === "welcome");

	await alice.call("DELETE", `/api/rooms/${room.id}/members/${bob.id}`);
	await listener.heard("membership:removed");
	const before = listener.events.length;
	await alice.post(`/api/rooms/${room.id}/messages`, { text: "without Bob" });
	const general = await alice.get<RoomView>("/api/rooms/@general");
	await alice.post(`/api/rooms/${general.id}/messages`, { text: "to all" });
	await listener.heard("message:created", ({ message }) => (message as Message).text === "to all");
	const after = listener.events.slice(before).map(({ payload }) => (payload.message as Message | undefined)?.text);
	expect(after).not.toContain("without Bob");
	listener.close();
});

test("while Redis is away the pages of a process still hear what goes through it", async () => {
	const listener = await alice.connect();
	const room = await alice.get<RoomView>("/api/rooms/@general");
	const gone = new Promise((resolve) => redis.once("exit", resolve));
	redis.kill();
	await gone;
	await alice.post(`/api/rooms/${room.id}/messages`, { text: "without Redis" });
	await listener.heard("message:created", ({ message }) => (message as Message).text === "without Redis");
	listener.close();
});
