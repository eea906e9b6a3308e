/** What an open page hears, in which shape, and who hears it: with two people and their devices. */
import { setTimeout as sleep } from "node:timers/promises";
import { io } from "socket.io-client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { users } from "../../models/user.ts";
import { type Listener, type Person, startWorld, type World } from "../../test/world.ts";
import { db } from "../db/client.ts";
import { socketServer } from "../realtime/publish.ts";
import { serverEvents } from "../shared/events.ts";
import type { History, Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { User } from "../shared/schemas/user.ts";
import { endStatuses } from "../users/change-me.ts";

/** Within this an event that was going to come has come. */
const QUIET_FOR_MS = 150;

let world: World;
let stopped = false;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(async () => {
	if (!stopped) await world.stop();
});

let count = 0;
const newRoom = (...members: Person[]) =>
	world.bob.post<RoomView>("/api/rooms", {
		kind: "private",
		name: `room-${++count}`,
		members: members.map(({ id }) => id),
	});
const write = (person: Person, room: RoomView, text: string) =>
	person.post<Message>(`/api/rooms/${room.id}/messages`, { text });

/** Opens a socket for each; when `use` is done they are closed. */
async function listening(people: Person[], use: (...listeners: Listener[]) => Promise<void>): Promise<void> {
	const listeners = await Promise.all(people.map((person) => person.connect()));
	try {
		await use(...listeners);
		for (const { events } of listeners) {
			for (const { name, payload } of events) {
				// Exactly what is declared: nothing missing and nothing more.
				const declared = serverEvents[name as keyof typeof serverEvents];
				expect([name, declared.parse(payload)]).toEqual([name, payload]);
			}
		}
	} finally {
		for (const listener of listeners) listener.close();
	}
}

const names = ({ events }: Listener) => events.map(({ name }) => name);
const about = (roomId: string) => (payload: Record<string, unknown>) => JSON.stringify(payload).includes(roomId);

test("a message that is written, edited and deleted is heard by all devices of all members, in this order", async () => {
	const room = await newRoom(world.carol);
	await listening([world.bob, world.carol, world.carol], async (...listeners) => {
		const message = await write(world.bob, room, "ahoy");
		const { body: edited } = await world.bob.call<Message>("PATCH", `/api/messages/${message.id}`, { text: "Ahoy" });
		await world.bob.call("DELETE", `/api/messages/${message.id}`);
		for (const listener of listeners) {
			await listener.heard("message:deleted");
			expect(listener.events.filter(({ name }) => name.startsWith("message:"))).toEqual([
				{ name: "message:created", payload: { message } },
				{ name: "message:changed", payload: { message: edited } },
				{
					name: "message:deleted",
					payload: {
						roomId: room.id,
						id: message.id,
						seq: message.seq,
						rev: edited.rev + 1,
						authorId: world.bob.id,
						at: expect.stringMatching(/Z$/),
					},
				},
			]);
		}
	});
});

test("an edit and a deletion tell whom the message named before", async () => {
	const room = await newRoom(world.carol);
	await listening([world.carol], async (carol) => {
		const message = await write(world.bob, room, "@carol ahoy");
		const edit = (text: string) => world.bob.call("PATCH", `/api/messages/${message.id}`, { text });
		await edit("@alice ahoy");
		await edit("ahoy");
		await edit("@carol");
		await world.bob.call("DELETE", `/api/messages/${message.id}`);
		await carol.heard("message:deleted");
		const named = (...people: Person[]) => ({
			mentions: { users: people.map(({ id }) => id), rooms: [], all: false, here: false },
		});
		const told = carol.events.filter(({ name }) => name.startsWith("message:")).map(({ payload }) => payload);
		expect(told.map(({ message, before, mentions }) => [(message as Message)?.mentions, before, mentions])).toEqual([
			[named(world.carol).mentions, undefined, undefined],
			[named(world.alice).mentions, named(world.carol), undefined],
			[named().mentions, named(world.alice), undefined],
			[named(world.carol).mentions, undefined, undefined],
			[undefined, undefined, named(world.carol).mentions],
		]);
	});
});

test("the answer to a retry is heard by nobody a second time", async () => {
	const room = await newRoom(world.carol);
	await listening([world.carol], async (carol) => {
		const body = { id: "the-same-again", text: "once" };
		for (let i = 0; i < 3; i++) await world.bob.call("POST", `/api/rooms/${room.id}/messages`, body);
		await write(world.bob, room, "after it");
		await carol.heard("message:created", ({ message }) => (message as Message).text === "after it");
		expect(names(carol).filter((name) => name === "message:created")).toHaveLength(2);
	});
});

test("a changed room is told to its members without what differs from one to the other", async () => {
	const room = await newRoom(world.carol);
	await listening([world.carol], async (carol) => {
		const { body } = await world.bob.call<RoomView>("PATCH", `/api/rooms/${room.id}`, { topic: "Knots" });
		const { membership: _, displayName: __, ...core } = body;
		expect((await carol.heard("room:changed")).room).toEqual(core);
		const notice = await carol.heard("message:created");
		expect(notice.message).toMatchObject({ kind: "notice", notice: { type: "topic", to: "Knots" } });
	});
});

test("who gets into a room hears of it as he sees it himself, then all that happens in it, without connecting again", async () => {
	await listening([world.carol, world.carol], async (...devices) => {
		const room = await newRoom(world.carol);
		for (const device of devices) {
			const { room: seen } = await device.heard("membership:changed", about(room.id));
			expect(seen).toMatchObject({ id: room.id, membership: { role: "member", unread: 0 }, displayName: room.name });
		}
		await write(world.bob, room, "welcome");
		for (const device of devices)
			await device.heard("message:created", ({ message }) => (message as Message).text === "welcome");
	});
});

test("a room that is opened with somebody is there for him at once", async () => {
	const dora = await world.register("dora");
	await listening([dora], async (listener) => {
		const talk = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [dora.id] });
		const { room } = await listener.heard("membership:changed", about(talk.id));
		expect(room).toMatchObject({ kind: "direct", displayName: "Bob", with: [{ username: "bob" }] });
		await write(world.bob, talk, "psst");
		await listener.heard("message:created", about(talk.id));
	});
});

test("a read mark and a role are told to the person's own devices", async () => {
	const room = await newRoom(world.carol);
	await write(world.bob, room, "1");
	await listening([world.carol, world.bob], async (carol, bob) => {
		const { body } = await world.carol.call<RoomView>("PUT", `/api/rooms/${room.id}/read`, { seq: 1 });
		expect(await carol.heard("membership:changed")).toEqual({ room: body });
		await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
		await carol.heard("membership:changed", (payload) => (payload.room as RoomView).membership?.role === "moderator");
		await sleep(QUIET_FOR_MS);
		expect(names(bob)).not.toContain("membership:changed");
	});
});

test("who goes or is removed hears that he is out; the others hear of one fewer", async () => {
	const room = await newRoom(world.carol, world.alice);
	await listening([world.carol, world.alice, world.bob], async (carol, alice, bob) => {
		await world.bob.call("DELETE", `/api/rooms/${room.id}/members/${world.carol.id}`);
		expect(await carol.heard("membership:removed")).toEqual({ roomId: room.id });
		await bob.heard("room:changed", (payload) => (payload.room as RoomView).memberCount === 2);
		await world.alice.call("POST", `/api/rooms/${room.id}/leave`);
		expect(await alice.heard("membership:removed")).toEqual({ roomId: room.id });
		await bob.heard("room:changed", (payload) => (payload.room as RoomView).memberCount === 1);
		await world.bob.call("DELETE", `/api/rooms/${room.id}`);
		expect(await bob.heard("membership:removed")).toEqual({ roomId: room.id });
	});
});

test("typing is heard by the others in the room, not by oneself, with its thread where there is one", async () => {
	const room = await newRoom(world.carol);
	await listening([world.bob, world.carol, world.alice], async (bob, carol, alice) => {
		bob.socket.emit("typing", { roomId: room.id });
		expect(await carol.heard("typing")).toEqual({ roomId: room.id, userId: world.bob.id });
		bob.socket.emit("typing", { roomId: room.id, threadId: "thread-1" });
		expect(await carol.heard("typing", ({ threadId }) => threadId !== undefined)).toEqual({
			roomId: room.id,
			threadId: "thread-1",
			userId: world.bob.id,
		});
		await sleep(QUIET_FOR_MS);
		expect([names(bob), names(alice)]).toEqual([[], []]);
	});
});

test("who changes his profile or status is told to everybody, with public fields alone", async () => {
	await listening([world.alice, world.carol], async (...listeners) => {
		await world.bob.call("PATCH", "/api/me", { name: "Bob Bosun", bio: "Whistles." });
		for (const listener of listeners) {
			const { user } = await listener.heard("user:changed");
			expect(user).toEqual({
				...(await world.carol.get<User>(`/api/users/${world.bob.id}`)),
				name: "Bob Bosun",
				bio: "Whistles.",
			});
			expect(user).not.toHaveProperty("email");
		}
		await world.bob.call("PUT", "/api/me/status", { state: "busy", text: "On watch" });
		for (const listener of listeners) {
			await listener.heard("user:changed", ({ user }) => (user as User).status.text === "On watch");
		}
		await world.bob.call("PUT", "/api/me/status", { state: "auto" });
	});
});

test("a status that is over ends by itself, and everybody hears of it", async () => {
	const until = new Date(Date.now() + 60 * 60_000).toISOString();
	await world.bob.call("PUT", "/api/me/status", { state: "busy", text: "At the weir", until });
	const listener = await world.carol.connect();
	expect(await endStatuses()).toBe(0);
	await users().updateOne({ _id: world.bob.id }, { $set: { statusUntil: new Date() } });
	expect(await endStatuses()).toBe(1);
	const { user } = await listener.heard("user:changed", ({ user }) => (user as User).id === world.bob.id);
	expect(Object.keys((user as User).status)).toEqual(["state"]);
	expect(await users().findOne({ _id: world.bob.id })).toMatchObject({ chosenState: "auto" });
	listener.close();
});

test("whoever is watched is answered with his state, and then with what changes, several people at once", async () => {
	const [erin, finn, hana] = [await world.register("erin"), await world.register("finn"), await world.register("hana")];
	const nameOf = new Map([erin, finn, hana].map(({ id, username }) => [id, username]));
	type States = { people: { userId: string; state: string }[] };
	const readable = ({ people }: States) => people.map(({ userId, state }) => `${nameOf.get(userId)} ${state}`);
	await listening([world.bob, erin, finn, world.carol], async (bob, erins, finns, stranger) => {
		const told = () => bob.events.filter(({ name }) => name === "presence:changed");
		const states = () =>
			told()
				.flatMap(({ payload }) => readable(payload as States))
				.sort();
		const userIds = [...nameOf.keys(), "nobody"];
		const now: States = await bob.socket.emitWithAck("presence:watch", { userIds });
		expect(readable(now).sort()).toEqual(["erin online", "finn online", "hana offline"]);
		// What is told because they came is over before they go away.
		await sleep(1_100);
		bob.events.length = 0;
		for (const listener of [erins, finns]) listener.socket.emit("presence", { state: "idle" });
		await expect.poll(states, { timeout: 3_000 }).toEqual(["erin away", "finn away"]);
		await erin.call("PUT", "/api/me/status", { state: "busy" });
		await finn.call("PUT", "/api/me/status", { state: "invisible" });
		await expect.poll(states, { timeout: 3_000 }).toEqual(["erin away", "erin busy", "finn away", "finn offline"]);
		// Together, unless a second ended just between them.
		expect(told().length).toBeLessThan(4);
		expect(names(stranger).filter((name) => name === "presence:changed")).toEqual([]);

		await bob.socket.emitWithAck("presence:watch", { userIds: [] });
		bob.events.length = 0;
		await erin.call("PUT", "/api/me/status", { state: "away" });
		await sleep(1_200);
		expect(names(bob).filter((name) => name === "presence:changed")).toEqual([]);
	});
});

test("one device that is active makes its person online, however many are idle", async () => {
	const gus = await world.register("gus");
	await listening([gus, gus, world.bob], async (phone, laptop, bob) => {
		const state = async () => (await bob.socket.emitWithAck("presence:watch", { userIds: [gus.id] })).people[0].state;
		expect(await state()).toBe("online");
		phone.socket.emit("presence", { state: "idle" });
		await phone.socket.emitWithAck("presence:watch", { userIds: [] });
		expect(await state()).toBe("online");
		laptop.socket.emit("presence", { state: "idle" });
		await laptop.socket.emitWithAck("presence:watch", { userIds: [] });
		expect(await state()).toBe("away");
		phone.socket.emit("presence", { state: "active" });
		await phone.socket.emitWithAck("presence:watch", { userIds: [] });
		expect(await state()).toBe("online");
	});
});

test("what is heard and what is read afterwards are the same", async () => {
	const room = await newRoom(world.carol);
	await listening([world.carol], async (carol) => {
		const texts = Array.from({ length: 40 }, (_, i) => `line ${i}`);
		await Promise.all(texts.map((text, i) => write(i % 2 ? world.bob : world.carol, room, text)));
		const { items } = await world.carol.get<History>(`/api/rooms/${room.id}/messages?limit=100`);
		await carol.heard("message:created", ({ message }) => (message as Message).seq === items.at(-1)?.seq);
		const heard = carol.events.flatMap(({ name, payload }) => (name === "message:created" ? [payload.message] : []));
		expect(heard).toEqual(items.slice(-40));
	});
});

test("who is told that he is connected misses nothing from then on, however long his rooms take to read", async () => {
	const room = await newRoom(world.carol);
	await listening([world.bob], async (bob) => {
		const real = db().collection.bind(db());
		vi.spyOn(db(), "collection").mockImplementation((name: string) => {
			const collection = real(name);
			const slowly = (...args: Parameters<typeof collection.find>) => ({
				toArray: () => sleep(100).then(() => collection.find(...args).toArray()),
			});
			return name === "memberships" ? Object.assign(Object.create(collection), { find: slowly }) : collection;
		});
		const carol = io(world.url, { transports: ["websocket"], forceNew: true, auth: { token: world.carol.token } });
		carol.once("connect", () => bob.socket.emit("typing", { roomId: room.id }));
		const heard = new Promise<string>((resolve) => carol.once("typing", () => resolve("heard")));
		expect(await Promise.race([heard, sleep(2_000, "missed")])).toBe("heard");
		carol.close();
	});
});

test("a room that one gets or loses while one connects is had or lost", async () => {
	const [kept, lost] = [await newRoom(), await newRoom(world.carol)];
	// Between the reading of her rooms and the connection nobody can move a socket that is not there yet.
	socketServer().io?.use((socket, next) => {
		if (socket.data.userId !== world.carol.id) return next();
		void world.bob
			.call("POST", `/api/rooms/${kept.id}/members`, { userIds: [world.carol.id] })
			.then(() => world.bob.call("DELETE", `/api/rooms/${lost.id}/members/${world.carol.id}`))
			.then(() => next());
	});
	await listening([world.carol, world.bob], async (carol, bob) => {
		const rooms = async () => (await socketServer().io?.in(`user:${world.carol.id}`).fetchSockets())?.[0]?.rooms;
		await expect.poll(async () => (await rooms())?.has(`room:${kept.id}`)).toBe(true);
		await expect.poll(async () => (await rooms())?.has(`room:${lost.id}`)).toBe(false);
		for (const roomId of [lost.id, kept.id]) bob.socket.emit("typing", { roomId });
		expect(await carol.heard("typing")).toEqual({ roomId: kept.id, userId: world.bob.id });
	});
});

test("before the server ends it tells every page when to come back", async () => {
	const listener = await world.bob.connect();
	const closed = new Promise((resolve) => listener.socket.once("disconnect", resolve));
	stopped = true;
	const stopping = world.stop();
	expect(await listener.heard("server:restarting")).toEqual({ reconnectInMs: expect.any(Number) });
	await closed;
	await stopping;
});
