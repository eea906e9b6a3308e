/** A page may say three things over its socket. Whatever else it says is passed over, and too much of it closes the socket. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Listener, startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import { clientEvents, serverEvents } from "../shared/events.ts";
import { MAX_SOCKET_FRAME_BYTES, MAX_WATCHED_PEOPLE } from "../shared/limits.ts";

/** Within this an event that was going to come has come. */
const QUIET_FOR_MS = 150;

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

/** Two who are in the same room. */
async function bobAndCarol(): Promise<[Listener, Listener]> {
	const listeners = await Promise.all([world.bob.connect(), world.carol.connect()]);
	return [listeners[0], listeners[1]];
}

const ANSWERED_WITHIN_MS = 5_000;

function watch(listener: Listener, payload: unknown, withinMs = ANSWERED_WITHIN_MS): Promise<unknown> {
	return listener.socket.timeout(withinMs).emitWithAck("presence:watch", payload);
}

function closed(listener: Listener): Promise<boolean> {
	return new Promise((resolve) => listener.socket.once("disconnect", () => resolve(true)));
}

/** Past socket.io's own client, which would not send such a thing. */
function write(listener: Listener, packet: string): void {
	listener.socket.io.engine.write(packet);
}

function typed(listener: Listener): number {
	return listener.events.filter(({ name }) => name === "typing").length;
}

async function everythingKept(): Promise<unknown> {
	const names = ["users", "rooms", "memberships", "messages", "settings"];
	return Promise.all(names.map((name) => db().collection(name).find().sort({ _id: 1 }).toArray()));
}

test("events that only the server sends, or nobody, do nothing and reach nobody", async () => {
	const [bob, carol] = await bobAndCarol();
	const before = await everythingKept();
	const roomId = world.general.id;
	const forged = {
		message: { id: "x", roomId, text: "forged" },
		roomId,
		room: roomId,
		reason: "logout",
		userId: world.carol.id,
	};
	const nobodys = [
		"join",
		"subscribe",
		"message",
		"eval",
		"__proto__",
		"constructor",
		"toString",
		"hasOwnProperty",
		"",
		"$where",
	];
	const serverOnly = Object.keys(serverEvents).filter((name) => !Object.hasOwn(clientEvents, name));
	expect(serverOnly.length).toBeGreaterThan(8);
	for (const name of [...nobodys, ...serverOnly]) {
		bob.socket.emit(name, forged);
		bob.socket.emit(name);
		bob.socket.emit(name, forged, () => {});
	}
	expect(await watch(bob, { userIds: [world.carol.id] })).toEqual({
		people: [{ userId: world.carol.id, state: "online" }],
	});
	await sleep(QUIET_FOR_MS);
	// Bob watches Carol: that she is there is all that he may hear.
	const heard = [...bob.events, ...carol.events].filter(({ name }) => name !== "presence:changed");
	expect(heard).toEqual([]);
	expect(await everythingKept()).toEqual(before);
	bob.close();
	carol.close();
});

test("a declared event in any other shape is passed over without an answer, and the socket stays", async () => {
	const [bob, carol] = await bobAndCarol();
	const roomId = world.general.id;
	bob.socket.emit("typing", { roomId });
	expect(await carol.heard("typing")).toEqual({ roomId, userId: world.bob.id });
	const shapes: unknown[] = [
		undefined,
		null,
		17,
		roomId,
		[roomId],
		{},
		{ roomId: { $ne: "" } },
		{ roomId: [roomId] },
		{ roomId: "x".repeat(101) },
		{ roomId, userId: world.alice.id },
		{ roomId, threadId: 17 },
		JSON.parse(`{"roomId":"${roomId}","__proto__":{"userId":"x"}}`),
	];
	const states: unknown[] = ["busy", "online", null, 17, { $ne: "idle" }, ["active"]];
	const people: unknown[] = [
		undefined,
		"x",
		{ $ne: 1 },
		[17],
		[{ $gt: "" }],
		[[world.carol.id]],
		Array(MAX_WATCHED_PEOPLE + 1).fill("x"),
	];
	for (const shape of shapes) bob.socket.emit("typing", shape);
	for (const state of states) bob.socket.emit("presence", { state });
	const answers = await Promise.allSettled([
		...people.map((userIds) => watch(bob, { userIds }, QUIET_FOR_MS)),
		watch(bob, { userIds: [], more: true }, QUIET_FOR_MS),
		watch(bob, null, QUIET_FOR_MS),
	]);
	expect(answers.map(({ status }) => status)).toEqual(answers.map(() => "rejected"));
	bob.socket.emit("typing", { roomId }, "not a function");
	await expect.poll(() => typed(carol)).toBe(2);
	expect(bob.socket.connected).toBe(true);
	expect(await watch(bob, { userIds: Array(MAX_WATCHED_PEOPLE).fill("x") })).toEqual({ people: [] });
	bob.close();
	carol.close();
});

test("a page cannot play the events that socket.io keeps for itself", async () => {
	for (const packet of [
		'2["disconnect"]',
		'2["disconnecting","x"]',
		'2["newListener"]',
		'2["error"]',
		"2[]",
		"2{}",
		"2",
		"9",
		'2["typing"',
		"2[17]",
	]) {
		const bob = await world.bob.connect();
		write(bob, packet);
		// Either it is closed for it, or it is passed over.
		const answered = watch(bob, { userIds: [] }).catch(() => "closed");
		expect([packet, await Promise.race([answered, closed(bob).then(() => "closed")])]).toEqual([
			packet,
			expect.toBeOneOf(["closed", { people: [] }]),
		]);
		bob.close();
	}
	const [bob, carol] = await bobAndCarol();
	expect(await watch(bob, { userIds: [world.carol.id] })).toEqual({
		people: [{ userId: world.carol.id, state: "online" }],
	});
	bob.close();
	carol.close();
});

test("a page that says more than a page has to say is closed, and the others are not", async () => {
	const [bob, carol] = await bobAndCarol();
	for (let i = 0; i < 150; i++) bob.socket.emit("presence", { state: i % 2 ? "active" : "idle" });
	expect(await watch(bob, { userIds: [] })).toEqual({ people: [] });
	const ended = closed(bob);
	for (let i = 0; i < 100; i++) bob.socket.emit(i % 2 ? "nonsense" : "typing", { roomId: world.general.id });
	expect(await ended).toBe(true);
	await sleep(QUIET_FOR_MS);
	expect(typed(carol)).toBeLessThan(50);
	expect(await watch(carol, { userIds: [] })).toEqual({ people: [] });
	const again = await world.bob.connect();
	expect(again.socket.connected).toBe(true);
	again.close();
	carol.close();
});

test("a frame that is larger than any of ours ends its socket, and the server goes on", async () => {
	const [bob, carol] = await bobAndCarol();
	bob.socket.emit("typing", { roomId: "x".repeat(MAX_SOCKET_FRAME_BYTES - 1_000) });
	expect(await watch(bob, { userIds: [] })).toEqual({ people: [] });
	const ended = closed(bob);
	bob.socket.emit("typing", { roomId: "x".repeat(MAX_SOCKET_FRAME_BYTES + 1_000) });
	expect(await ended).toBe(true);
	expect(await watch(carol, { userIds: [] })).toEqual({ people: [] });
	expect((await world.bob.call("GET", "/api/me")).status).toBe(200);
	carol.close();
});

test("other namespaces than ours are not there", async () => {
	const bob = await world.bob.connect();
	const refusals: string[] = [];
	for (const name of ["/admin", "/__proto__", "/*"]) {
		const other = bob.socket.io.socket(name, { auth: { token: world.alice.token } });
		refusals.push(
			await new Promise<string>((resolve) => {
				other.once("connect", () => resolve("connected"));
				other.once("connect_error", ({ message }) => resolve(message));
				other.connect();
			}),
		);
	}
	expect(refusals).toEqual(["Invalid namespace", "Invalid namespace", "Invalid namespace"]);
	bob.close();
});
