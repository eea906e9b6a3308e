/** Who is not in a room learns nothing of it: not by asking, not by listening, not by the words of a refusal. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "../../models/user.ts";
import { examples, filled, type Route, routesOf } from "../../test/openapi.ts";
import { type Answer, type Listener, type Person, startWorld, type World } from "../../test/world.ts";
import { newId } from "../shared/ids.ts";
import type { History, ManyChanges, Message } from "../shared/schemas/message.ts";
import type { Member, RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import type { Me } from "../shared/schemas/user.ts";

type Failure = { error: { code: string } };
type Items<Item> = { items: Item[] };

/** Within this an event that was going to come has come: they take a few milliseconds. */
const QUIET_FOR_MS = 150;

let world: World;
let routes: Route[];
let dave: Person;
beforeAll(async () => {
	world = await startWorld();
	routes = await routesOf(world);
	dave = await world.register("dave");
});
afterAll(() => world.stop());

async function write(person: Person, room: RoomView, text: string): Promise<Message> {
	return person.post<Message>(`/api/rooms/${room.id}/messages`, { text });
}

/** Tests that walk through all routes several times over grow with each new one. */
const WALKS_WITHIN_MS = 60_000;

/** Calls each route that names a room or a message, with these ids. */
async function askEverything(
	person: Person,
	ids: { room: string; message: string; user: string },
	except = "(none)",
): Promise<Map<string, Answer<Failure>>> {
	const answers = new Map<string, Answer<Failure>>();
	for (const { method, path, query, body } of routes) {
		const id = path.startsWith("/api/rooms/{id}")
			? ids.room
			: path.startsWith("/api/messages/{id}")
				? ids.message
				: undefined;
		if (id === undefined || path.endsWith(except)) continue;
		const needed = query.filter(({ required }) => required).map(({ name }) => `${name}=0`);
		const address = `${filled(path, { id, userId: ids.user, roomId: ids.room })}?${needed.join("&")}`;
		const variants = body ? examples(body) : [undefined];
		for (const [i, variant] of variants.entries()) {
			answers.set(`${method} ${path} ${i}`, await person.call<Failure>(method, address, variant));
		}
	}
	return answers;
}

test(
	"every call about a private or direct room answers a stranger, administrators too, word for word as for a room of nothing",
	async () => {
		const cabin = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: "cabin", members: [dave.id] });
		const talk = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [dave.id] });
		const notes = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [] });
		for (const room of [cabin, talk, notes]) {
			const message = await write(world.bob, room, "between us");
			expect((await world.bob.call("GET", `/api/rooms/${room.id}/messages`)).status).toBe(200);
			expect((await world.bob.call("GET", `/api/messages/${message.id}`)).status).toBe(200);
			const nothing = { room: newId(), message: newId(), user: world.bob.id };
			for (const stranger of [world.carol, world.alice]) {
				const refused = await askEverything(stranger, { room: room.id, message: message.id, user: world.bob.id });
				const missing = await askEverything(stranger, nothing);
				expect(refused.size).toBeGreaterThan(17);
				for (const [call, { status, body }] of refused) {
					const code = call.includes("/api/messages/") ? "message-not-found" : "room-not-found";
					expect([call, status, body.error.code]).toEqual([call, 404, code]);
					expect([call, body]).toEqual([call, missing.get(call)?.body]);
				}
			}
			expect((await world.bob.get<History>(`/api/rooms/${room.id}/messages`)).items.at(-1)?.text).toBe("between us");
		}
	},
	WALKS_WITHIN_MS,
);

test("lists, searches, names and the way back after a gap do not know a stranger's room either", async () => {
	const den = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: "den" });
	const message = await write(world.bob, den, "only for me");
	expect((await world.bob.call("GET", "/api/rooms/@den")).status).toBe(200);
	expect((await world.bob.get<Items<RoomView>>("/api/rooms?query=den")).items).toHaveLength(1);
	for (const stranger of [world.carol, world.alice]) {
		expect((await stranger.call("GET", "/api/rooms/@den")).body).toEqual(
			(await stranger.call("GET", "/api/rooms/@none")).body,
		);
		for (const query of [
			"query=den",
			"kind=private",
			"joined=false&sort=activity",
			"sort=members&limit=100",
			"kind=direct&joined=false",
		]) {
			const { items } = await stranger.get<Items<RoomView>>(`/api/rooms?${query}`);
			expect(items.map(({ id }) => id)).not.toContain(den.id);
		}
		expect(JSON.stringify(await stranger.get<Bootstrap>("/api/bootstrap"))).not.toContain(den.id);
		const other = newId();
		const { rooms } = await stranger.post<ManyChanges>("/api/changes", {
			rooms: [
				{ id: den.id, since: 0 },
				{ id: other, since: 0 },
			],
		});
		expect(rooms).toEqual([
			{ id: den.id, gone: true },
			{ id: other, gone: true },
		]);
		const around = await stranger.call<Failure>("GET", `/api/rooms/${world.general.id}/messages?around=${message.id}`);
		expect(around).toMatchObject({ status: 404, body: { error: { code: "message-not-found" } } });
	}
	const sameName = await world.carol.call("POST", "/api/rooms", { kind: "public", name: "den" });
	expect(sameName.status).toBe(201);
});

test("a stranger's socket hears nothing of a room: not its talk, changes, typing, people or end", async () => {
	const sockets = await Promise.all([world.carol, world.alice, dave, world.bob].map((person) => person.connect()));
	const [carol, alice, member, device] = sockets as [Listener, Listener, Listener, Listener];
	const vault = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: "vault", members: [dave.id] });
	const talk = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [dave.id] });
	await member.heard("membership:changed", ({ room }) => (room as RoomView).id === vault.id);
	for (const room of [vault, talk]) {
		const message = await write(world.bob, room, "psst");
		await world.bob.call("PATCH", `/api/messages/${message.id}`, { text: "psst!" });
		await world.bob.call("DELETE", `/api/messages/${message.id}`);
		device.socket.emit("typing", { roomId: room.id });
		await member.heard("message:deleted", ({ id }) => id === message.id);
		await member.heard("typing", ({ roomId }) => roomId === room.id);
	}
	await world.bob.call("PATCH", `/api/rooms/${vault.id}`, { name: "treasury", topic: "Gold" });
	await world.bob.call("PATCH", `/api/rooms/${vault.id}/members/${dave.id}`, { role: "moderator" });
	await world.bob.call("POST", `/api/rooms/${vault.id}/archive`);
	await world.bob.call("DELETE", `/api/rooms/${vault.id}`);
	await member.heard("membership:removed", ({ roomId }) => roomId === vault.id);
	await sleep(QUIET_FOR_MS);
	expect(JSON.stringify(member.events)).toContain(vault.id);
	for (const stranger of [carol, alice])
		expect(JSON.stringify(stranger.events)).not.toMatch(new RegExp(`${vault.id}|${talk.id}`));
	for (const socket of sockets) socket.close();
});

/** Bob takes Dave out of a room that he listened to, or Dave goes: what his open socket hears from then on. */
async function heardAfterwards(room: RoomView, end: () => Promise<unknown>): Promise<string[]> {
	const [socket, other] = await Promise.all([dave.connect(), world.bob.connect()]);
	await write(world.bob, room, "before");
	await socket.heard("message:created", ({ message }) => (message as Message).text === "before");
	await end();
	await socket.heard("membership:removed", ({ roomId }) => roomId === room.id);
	const message = await write(world.bob, room, "after");
	await world.bob.call("PATCH", `/api/messages/${message.id}`, { text: "after all" });
	await world.bob.call("PATCH", `/api/rooms/${room.id}`, { topic: "Without him" });
	other.socket.emit("typing", { roomId: room.id });
	// Typing into a room that he is no longer in reaches nobody.
	socket.socket.emit("typing", { roomId: room.id });
	await other.heard("room:changed", ({ room: changed }) => (changed as RoomView).topic === "Without him");
	await sleep(QUIET_FOR_MS);
	expect(other.events.filter(({ name }) => name === "typing")).toEqual([]);
	socket.close();
	other.close();
	const at = socket.events.findIndex(({ name }) => name === "membership:removed");
	return socket.events
		.slice(at + 1)
		.filter(({ payload }) => JSON.stringify(payload).includes(room.id))
		.map(({ name }) => name);
}

test(
	"who is removed stops hearing at once, and can read nothing any more",
	async () => {
		const room = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: "deck", members: [dave.id] });
		const first = await write(world.bob, room, "welcome");
		expect((await dave.call("GET", `/api/messages/${first.id}`)).status).toBe(200);
		const after = await heardAfterwards(room, () =>
			world.bob.call("DELETE", `/api/rooms/${room.id}/members/${dave.id}`),
		);
		expect(after).toEqual([]);
		for (const [call, { status }] of await askEverything(dave, { room: room.id, message: first.id, user: dave.id })) {
			expect([call, status]).toEqual([call, 404]);
		}
	},
	WALKS_WITHIN_MS,
);

test("who leaves stops hearing at once, in a public room too", async () => {
	const room = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "pier", members: [dave.id] });
	expect(await heardAfterwards(room, () => dave.call("POST", `/api/rooms/${room.id}/leave`))).toEqual([]);
	expect((await dave.call("GET", `/api/rooms/${room.id}/messages`)).status).toBe(200);
	expect(await dave.call<Failure>("POST", `/api/rooms/${room.id}/messages`, { text: "hello?" })).toMatchObject({
		status: 403,
		body: { error: { code: "not-a-member" } },
	});
});

test(
	"of a public room who has not joined may read all and change nothing",
	async () => {
		const square = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "square", members: [dave.id] });
		const message = await write(world.bob, square, "for all");
		const ids = { room: square.id, message: message.id, user: world.bob.id };
		for (const [call, { status, body }] of await askEverything(world.carol, ids, "/join")) {
			// What he saves for himself is a list of his own.
			// Links that lead in are for who may hand them out.
			const isRead = call.startsWith("GET ") && !call.includes("/invites");
			const read = call.includes("/previews/") ? [404, "preview-not-found"] : [200, undefined];
			// What he would write there, if he could.
			const isAnswered = isRead && !call.includes("/quotes/");
			const expected = call.includes("/star ") ? [204, undefined] : isAnswered ? read : [403, "not-a-member"];
			expect([call, status, body?.error?.code]).toEqual([call, ...expected]);
		}
		expect((await world.bob.get<Message>(`/api/messages/${message.id}`)).text).toBe("for all");
	},
	WALKS_WITHIN_MS,
);

test("typing reaches a room only from somebody who is in it, also where he may read", async () => {
	const [listener, stranger, member] = await Promise.all([world.bob.connect(), world.carol.connect(), dave.connect()]);
	const hall = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "hall", members: [dave.id] });
	await member.heard("membership:changed", ({ room }) => (room as RoomView).id === hall.id);
	member.socket.emit("typing", { roomId: hall.id });
	expect(await listener.heard("typing")).toEqual({ roomId: hall.id, userId: dave.id });
	stranger.socket.emit("typing", { roomId: hall.id });
	stranger.socket.emit("typing", { roomId: `user:${world.bob.id}` });
	stranger.socket.emit("typing", { roomId: world.bob.id });
	await stranger.socket.emitWithAck("presence:watch", { userIds: [] });
	await sleep(QUIET_FOR_MS);
	expect(listener.events.filter(({ name }) => name === "typing")).toHaveLength(1);
	for (const socket of [listener, stranger, member]) socket.close();
});

/** There is no call for it yet: written as an administrator's page will. */
async function makeGuest(person: Person): Promise<void> {
	await users().updateOne({ _id: person.id }, { $set: { roles: ["guest"], kind: "guest" } });
	await expect.poll(async () => (await person.get<Me>("/api/me")).roles).toEqual(["guest"]);
}

test(
	"a guest sees the rooms that he was added to, and public rooms as little as private ones",
	async () => {
		const guest = await world.register("gwen");
		await guest.call("POST", `/api/rooms/${world.general.id}/leave`);
		const market = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "market" });
		const stall = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "stall", members: [guest.id] });
		const message = await write(world.bob, market, "fresh fish");
		expect((await guest.call("GET", `/api/rooms/${market.id}/messages`)).status).toBe(200);
		await makeGuest(guest);

		const refused = await askEverything(guest, { room: market.id, message: message.id, user: world.bob.id });
		const missing = await askEverything(guest, { room: newId(), message: newId(), user: world.bob.id });
		for (const [call, { status, body }] of refused)
			expect([call, status, body]).toEqual([call, 404, missing.get(call)?.body]);
		expect((await guest.get<Items<RoomView>>("/api/rooms?limit=100")).items.map(({ name }) => name)).toEqual(["stall"]);
		expect((await guest.call("GET", "/api/rooms/@market")).status).toBe(404);
		expect((await guest.call("GET", "/api/rooms/@stall")).status).toBe(200);
		expect((await guest.call("POST", `/api/rooms/${stall.id}/messages`, { text: "good morning" })).status).toBe(201);
		for (const body of [
			{ kind: "public", name: "guests" },
			{ kind: "private", name: "guests" },
			{ kind: "direct", members: [world.bob.id] },
		]) {
			expect(await guest.call<Failure>("POST", "/api/rooms", body)).toMatchObject({
				status: 403,
				body: { error: { code: "not-allowed" } },
			});
		}
	},
	WALKS_WITHIN_MS,
);

test("owning a room does not give a guest the right to make a public one of it", async () => {
	const guest = await world.register("gil");
	const room = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: "annex", members: [guest.id] });
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${guest.id}`, { role: "owner" });
	await makeGuest(guest);
	expect((await guest.call("PATCH", `/api/rooms/${room.id}`, { topic: "Mine to say" })).status).toBe(200);
	expect(await guest.call<Failure>("PATCH", `/api/rooms/${room.id}`, { kind: "public" })).toMatchObject({
		status: 403,
		body: { error: { code: "not-allowed" } },
	});
	expect((await world.bob.call("PATCH", `/api/rooms/${room.id}`, { kind: "public" })).status).toBe(200);
});

test("a room that becomes private is gone for who only read it, and its members stay", async () => {
	const room = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "porch", members: [dave.id] });
	expect((await world.carol.call("GET", `/api/rooms/${room.id}`)).status).toBe(200);
	await world.bob.call("PATCH", `/api/rooms/${room.id}`, { kind: "private" });
	expect((await world.carol.call("GET", `/api/rooms/${room.id}`)).status).toBe(404);
	expect((await world.carol.call("POST", `/api/rooms/${room.id}/join`)).status).toBe(404);
	expect((await world.alice.call("DELETE", `/api/rooms/${room.id}`)).status).toBe(404);
	const { items } = await dave.get<Items<Member>>(`/api/rooms/${room.id}/members`);
	expect(items.map(({ user }) => user.username).sort()).toEqual(["bob", "dave"]);
});

test("mail addresses and roles of people are shown to themselves and to administrators alone", async () => {
	const room = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: "office", members: [dave.id] });
	const talk = await world.carol.post<RoomView>("/api/rooms", { kind: "direct", members: [world.bob.id] });
	expect(JSON.stringify(await world.alice.get(`/api/users/${world.bob.id}`))).toContain("bob@brackwater.example");
	expect(JSON.stringify(await world.bob.get("/api/me"))).toContain("bob@brackwater.example");
	const listener = await world.carol.connect();
	await world.bob.call("PATCH", "/api/me", { bio: "Ships and ropes." });
	await listener.heard("user:changed");
	const seen = [
		await world.carol.get(`/api/users/${world.bob.id}`),
		await world.carol.get("/api/users/@bob"),
		await world.carol.get("/api/users?query=bob"),
		await world.carol.get(`/api/rooms/${room.id}/members`),
		await world.carol.get(`/api/rooms/${talk.id}`),
		await world.carol.get("/api/bootstrap"),
		await world.carol.get(`/api/rooms/${room.id}/messages`),
		listener.events,
	];
	for (const text of seen.map((one) => JSON.stringify(one))) {
		expect(text).toContain("bob");
		expect(text).not.toMatch(/bob@|passwordHash|argon2|emailKey|searchKeys|tokenHash/);
	}
	const { status: _, ...bob } = await world.carol.get<Record<string, unknown>>(`/api/users/${world.bob.id}`);
	expect(Object.keys(bob).sort()).toEqual(["active", "avatar", "bio", "id", "kind", "name", "username"]);
	listener.close();
});
