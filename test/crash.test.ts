/** kill -9 of the program and of its database while people write: nothing acknowledged is lost, nothing is doubled. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mongodOn } from "../lib/db/data-folder.ts";
import { RESERVATION_EXPIRES_AFTER_MS } from "../lib/messages/reservations.ts";
import { newId } from "../lib/shared/ids.ts";
import type { ChangedMessage, Changes, History, Message } from "../lib/shared/schemas/message.ts";
import type { RoomView } from "../lib/shared/schemas/room.ts";
import { registerAt, setUpServer } from "./people.ts";
import { type Server, startServer } from "./server.ts";
import type { Listener, Person } from "./world.ts";

const WRITERS = 20;
const WRITTEN_BEFORE = 300;

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let dataDir: string;
let server: Server;
let alice: Person;
let people: Person[];
let room: RoomView;

beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), "parley-crash-"));
	server = await startServer({ dataDir });
	alice = await setUpServer(server.url);
	people = await Promise.all(Array.from({ length: WRITERS }, (_, i) => registerAt(server.url, `writer${i}`)));
	const members = people.map(({ id }) => id);
	room = await alice.post<RoomView>("/api/rooms", { kind: "private", name: "storm", members });
});
afterEach(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

type Work = {
	/** Answered with success: id → sequence number. */
	acknowledged: Map<string, number>;
	/** Everything that a writer meant to send, sent again until it was acknowledged. */
	sent: Set<string>;
	finish(): Promise<void>;
};

/** Everybody writes as a page does: one message after the other, each again with its id until it is acknowledged. */
function write(): Work {
	const acknowledged = new Map<string, number>();
	const sent = new Set<string>();
	let finishing = false;
	const writers = people.map(async (person) => {
		while (!finishing) {
			const id = newId();
			sent.add(id);
			while (!acknowledged.has(id)) {
				const seq = await tryOnce(person, id);
				if (seq === undefined) await sleep(50);
				else acknowledged.set(id, seq);
			}
		}
	});
	return {
		acknowledged,
		sent,
		finish: async () => {
			finishing = true;
			await Promise.all(writers);
		},
	};
}

/** The newest errors of the program's log: the answer to a person says nothing of them. */
async function complaints(): Promise<string> {
	await sleep(500);
	const lines = server.output().split("\n");
	return lines
		.filter((line) => line.includes('"level":"error"'))
		.slice(-3)
		.join("\n");
}

async function tryOnce(person: Person, id: string): Promise<number | undefined> {
	try {
		const { status, body } = await person.call<Message>("POST", `/api/rooms/${room.id}/messages`, {
			id,
			text: `storm ${id}`,
		});
		if (status === 200 || status === 201) return body.seq ?? undefined;
		if (status !== 503) throw new Error(`Answered ${status}: ${JSON.stringify(body)}\n${await complaints()}`);
	} catch (error) {
		// Nobody there: fetch says so with a TypeError.
		if (!(error instanceof TypeError)) throw error;
	}
	return undefined;
}

async function everything(): Promise<Message[]> {
	const all: Message[] = [];
	for (let after = 0; ; ) {
		const { items, hasAfter } = await alice.get<History>(`/api/rooms/${room.id}/messages?after=${after}&limit=100`);
		all.push(...items);
		after = items.at(-1)?.seq ?? after;
		if (!hasAfter) return all.filter(({ kind }) => kind === "text");
	}
}

async function expectNothingLostOrDoubled({ acknowledged, sent }: Work): Promise<void> {
	const all = await everything();
	const ids = all.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(new Set(all.map(({ seq }) => seq)).size).toBe(all.length);
	expect([...acknowledged.keys()].filter((id) => !ids.includes(id))).toEqual([]);
	expect([...sent].filter((id) => !ids.includes(id))).toEqual([]);
	for (const { id, seq } of all) expect(acknowledged.get(id)).toBe(seq);
}

/** What a page that was away does: one question, from where it was, until there is no more. */
async function catchUp(rev: number): Promise<ChangedMessage[]> {
	const items: ChangedMessage[] = [];
	for (let since = rev; ; ) {
		const changes = await alice.get<Changes>(`/api/rooms/${room.id}/changes?since=${since}&limit=100`);
		if ("reset" in changes) throw new Error("Too much was missed.");
		items.push(...changes.items);
		since = changes.rev;
		if (!changes.more) return items;
	}
}

test("SIGKILL of the program: everything acknowledged is there right afterwards, retries double nothing, clients get all", async () => {
	const listener = await alice.connect();
	const work = write();
	await written(work, WRITTEN_BEFORE);
	await server.kill9();
	const before = new Map(work.acknowledged);
	const heard = lastRev(listener);
	listener.close();
	await server.restart();

	const there = new Set((await everything()).map(({ id }) => id));
	expect([...before.keys()].filter((id) => !there.has(id))).toEqual([]);
	await written(work, before.size + 100);
	await work.finish();
	await expectNothingLostOrDoubled(work);
	await expectNobodyMissedAnything(listener, heard, work);
});

test("SIGKILL of the database: the program waits for it, and everything acknowledged is there", async () => {
	const listener = await alice.connect();
	const work = write();
	await written(work, WRITTEN_BEFORE);
	const heard = lastRev(listener);
	const mongod = mongodOn(join(server.dataDir, "db"));
	if (!mongod) throw new Error("The server has no database of its own.");
	process.kill(mongod, "SIGKILL");
	const before = work.acknowledged.size;

	await written(work, before + 100);
	await work.finish();
	await expectNothingLostOrDoubled(work);
	await expectNobodyMissedAnything(listener, heard, work);
	listener.close();
});

test("SIGKILL of both: the next start has everything that was acknowledged", async () => {
	const work = write();
	await written(work, WRITTEN_BEFORE);
	const mongod = mongodOn(join(server.dataDir, "db"));
	if (!mongod) throw new Error("The server has no database of its own.");
	process.kill(mongod, "SIGKILL");
	await server.kill9();
	await server.restart();
	await written(work, work.acknowledged.size + 100);
	await work.finish();
	await expectNothingLostOrDoubled(work);
});

test("SIGTERM: requests are finished, sockets are told when to come back, exit code 0 within ten seconds", async () => {
	const listener = await alice.connect();
	const work = write();
	await written(work, 100);
	const begun = Date.now();
	const code = server.stop();
	await expect(listener.heard("server:restarting")).resolves.toHaveProperty("reconnectInMs");
	expect(await code).toBe(0);
	expect(Date.now() - begun).toBeLessThan(10_000);
	listener.close();

	await server.restart();
	await work.finish();
	await expectNothingLostOrDoubled(work);
});

async function written({ acknowledged }: Work, count: number): Promise<void> {
	await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 20 }).toBeGreaterThanOrEqual(count);
}

/** The revision up to which a page has heard every one, as it would ask from. */
function lastRev({ events }: Listener): number {
	const revs = new Set(
		events.filter(({ name }) => name === "message:created").map(({ payload }) => (payload.message as Message).rev),
	);
	let rev = Math.min(...revs);
	while (revs.has(rev + 1)) rev++;
	return rev;
}

async function expectNobodyMissedAnything({ events }: Listener, rev: number, { acknowledged }: Work): Promise<void> {
	const heard = events
		.filter(({ name }) => name === "message:created")
		.map(({ payload }) => (payload.message as Message).id);
	// Numbers that the dead writer had taken and not used hold back what is above them, until they are voided: a page asks again.
	const missed = async () => {
		const known = new Set([...heard, ...(await catchUp(rev)).map(({ id }) => id)]);
		return [...acknowledged.keys()].filter((id) => !known.has(id));
	};
	await expect.poll(missed, { timeout: RESERVATION_EXPIRES_AFTER_MS + 5_000, interval: 500 }).toEqual([]);
}
