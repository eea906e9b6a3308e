/** Two processes on one database: what one does, the other knows; what both do at once, nobody loses. */
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newId } from "../lib/shared/ids.ts";
import type { Changes, History, Message } from "../lib/shared/schemas/message.ts";
import type { RoomView } from "../lib/shared/schemas/room.ts";
import type { Settings } from "../lib/shared/schemas/server.ts";
import { at, registerAt, setUpServer, signInAt } from "./people.ts";
import { type Server, startServer } from "./server.ts";
import { databaseUrl, type Person } from "./world.ts";

let first: Server;
let second: Server;
let alice: Person;
let bob: Person;
const mongoUrl = databaseUrl(inject("mongoUrl"), `two-${process.pid}`);

beforeAll(async () => {
	first = await startServer({ mongoUrl });
	second = await startServer({ mongoUrl });
	alice = await setUpServer(first.url);
	bob = await registerAt(second.url, "bob");
});
afterAll(async () => {
	await Promise.all([first.stop(), second.stop()]);
	const client = await MongoClient.connect(mongoUrl);
	await client.db().dropDatabase();
	await client.close();
});

async function room(name: string): Promise<RoomView> {
	return alice.post<RoomView>("/api/rooms", { kind: "public", name, members: [bob.id] });
}

test("readers that ask for changes while two processes write never miss one", { timeout: 60_000 }, async () => {
	const { id } = await room("busy");
	const path = `/api/rooms/${id}/messages`;
	let writing = true;
	const { rev } = await alice.get<RoomView>(`/api/rooms/${id}`);
	const readers = [alice, at(second.url, alice), bob].map((reader) => follow(reader, id, rev, () => writing));
	const written = new Map<string, number>();
	const note = ({ body }: { body: Message }) => written.set(body.id, Math.max(written.get(body.id) ?? 0, body.rev));

	const writers = [alice, at(second.url, alice), bob, at(first.url, bob)].map(async (writer, w) => {
		for (let i = 0; i < 150; i++) {
			const answer = await writer.call<Message>("POST", path, { text: `writer ${w} message ${i}` });
			note(answer);
			if (i % 10 === 3)
				note(await writer.call<Message>("PATCH", `/api/messages/${answer.body.id}`, { text: "edited" }));
		}
	});
	await Promise.all(writers);
	writing = false;

	for (const seen of await Promise.all(readers)) {
		expect(written.size).toBe(600);
		const missed = [...written].filter(([messageId, rev]) => (seen.get(messageId) ?? 0) < rev);
		expect(missed).toEqual([]);
	}
});

/** A client that has nothing but `changes`: each message's newest revision that it was told of. */
async function follow(
	reader: Person,
	roomId: string,
	from: number,
	isWriting: () => boolean,
): Promise<Map<string, number>> {
	const seen = new Map<string, number>();
	let rev = from;
	for (let rest = 3; rest > 0; ) {
		const changes = await reader.get<Changes>(`/api/rooms/${roomId}/changes?since=${rev}&limit=100`);
		if ("reset" in changes) throw new Error("The reader fell too far behind.");
		for (const item of changes.items) {
			expect(item.rev).toBeGreaterThan(rev);
			seen.set(item.id, item.rev);
		}
		expect(changes.rev).toBeGreaterThanOrEqual(rev);
		rev = changes.rev;
		if (!isWriting() && !changes.more && changes.items.length === 0) rest--;
	}
	return seen;
}

test("one id sent to both processes at once, twenty times, is one message", async () => {
	const { id: roomId } = await room("retries");
	const id = newId();
	const answers = await Promise.all(
		Array.from({ length: 20 }, (_, i) =>
			at(i % 2 ? first.url : second.url, bob).call<Message>("POST", `/api/rooms/${roomId}/messages`, {
				id,
				text: "once",
			}),
		),
	);
	expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
	expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
	expect(new Set(answers.map(({ body }) => body.seq)).size).toBe(1);
	const { items } = await alice.get<History>(`/api/rooms/${roomId}/messages`);
	expect(items.filter(({ kind }) => kind === "text")).toHaveLength(1);
	await alice.call("PUT", `/api/rooms/${roomId}/read`, { seq: 0 });
	expect((await alice.get<RoomView>(`/api/rooms/${roomId}`)).membership?.unread).toBe(1);
});

test("a session that ends on one process is over on the other within a second, its socket too", async () => {
	const laptop = await signInAt(first.url, "bob", bob.password);
	const elsewhere = at(second.url, laptop);
	const listener = await elsewhere.connect();
	expect((await elsewhere.call("GET", "/api/me")).status).toBe(200);

	await laptop.post("/api/logout");
	const ended = Date.now();
	await expect(listener.heard("session:ended")).resolves.toEqual({ reason: "logout" });
	expect(Date.now() - ended).toBeLessThan(1_000);
	expect((await elsewhere.call("GET", "/api/me")).status).toBe(401);
	await expect.poll(() => listener.socket.connected).toBe(false);
});

test("a setting, a name and a membership that one process changes hold on the other at once", async () => {
	const other = at(second.url, alice);
	const { id } = await room("shared");
	await alice.call("PATCH", "/api/admin/settings", { changes: { Message_MaxAllowedSize: 5 } });
	await expect.poll(async () => (await settingOf(other, "Message_MaxAllowedSize")) === 5).toBe(true);
	expect((await at(second.url, bob).call("POST", `/api/rooms/${id}/messages`, { text: "too long" })).status).toBe(422);
	await alice.call("PATCH", "/api/admin/settings", { changes: { Message_MaxAllowedSize: 5_000 } });
	await expect.poll(() => settingOf(other, "Message_MaxAllowedSize")).toBe(5_000);

	await alice.call("PATCH", "/api/me", { name: "Alice the First" });
	await expect.poll(async () => (await other.get<{ name: string }>("/api/me")).name).toBe("Alice the First");

	await alice.call("DELETE", `/api/rooms/${id}/members/${bob.id}`);
	expect((await at(second.url, bob).call("POST", `/api/rooms/${id}/messages`, { text: "still?" })).status).toBe(403);
});

async function settingOf(person: Person, id: string): Promise<unknown> {
	const { sections } = await person.get<Settings>("/api/admin/settings");
	return sections.flatMap(({ settings }) => settings).find((setting) => setting.id === id)?.value;
}

test("without Redis both say that people hear late", { timeout: 30_000 }, async () => {
	for (const { output } of [first, second])
		await expect.poll(output, { timeout: 25_000 }).toContain("REDIS_URL is not set");
});

test("who is connected to one process is online on the other, until that one has been dead for a while", {
	timeout: 90_000,
}, async () => {
	const third = await startServer({ mongoUrl });
	const carol = await registerAt(third.url, "carol");
	const listener = await carol.connect();
	const state = async () => (await alice.get<{ status: { state: string } }>("/api/users/@carol")).status.state;
	await expect.poll(state, { timeout: 5_000 }).toBe("online");
	listener.close();
	await third.kill9();
	expect(await state()).toBe("online");
	await expect.poll(state, { timeout: 60_000, interval: 500 }).toBe("offline");
	await third.stop();
});
