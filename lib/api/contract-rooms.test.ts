/** Rooms and their people as api.md tells of them: shapes, names, direct rooms, joining, leaving, archiving, read marks. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { History, Message } from "../shared/schemas/message.ts";
import type { Member, RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";

type Failure = { error: { code: string; details?: { fields?: { path: string; code: string }[] } } };

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
const newName = () => `room-${++count}`;

function newRoom(more: Record<string, unknown> = {}): Promise<RoomView> {
	return world.bob.post<RoomView>("/api/rooms", { kind: "public", name: newName(), ...more });
}
const see = (person: Person, room: RoomView) => person.get<RoomView>(`/api/rooms/${room.id}`);
const write = (person: Person, room: RoomView, text = "ahoy") =>
	person.post<Message>(`/api/rooms/${room.id}/messages`, { text });
const history = async (person: Person, room: RoomView) =>
	(await person.get<History>(`/api/rooms/${room.id}/messages?limit=100`)).items;
const notices = async (room: RoomView) =>
	(await history(world.bob, room)).flatMap(({ notice, author }) =>
		notice ? [{ by: author.username, ...notice }] : [],
	);

async function outcome(
	person: Person,
	method: string,
	path: string,
	body?: unknown,
): Promise<[number, string | undefined]> {
	const answer = await person.call<Partial<Failure> | undefined>(method, path, body);
	return [answer.status, answer.body?.error?.code];
}

async function unread(person: Person, room: RoomView): Promise<number | undefined> {
	const seen = (await see(person, room)).membership?.unread;
	const { rooms } = await person.get<Bootstrap>("/api/bootstrap");
	// The sidebar's number and the room's own are the same.
	expect(rooms.find(({ id }) => id === room.id)?.membership?.unread).toBe(seen);
	return seen;
}

test("a room has these fields and no others, with what its member chose by default", async () => {
	const { status, body } = await world.bob.call<RoomView>("POST", "/api/rooms", {
		kind: "public",
		name: "Harbour",
		topic: " Ships ",
	});
	expect(status).toBe(201);
	expect(body).toEqual({
		id: expect.any(String),
		kind: "public",
		name: "Harbour",
		displayName: "Harbour",
		topic: "Ships",
		announcement: "",
		memberCount: 1,
		lastSeq: 1,
		rev: 1,
		lastMessageAt: null,
		archived: false,
		readOnly: false,
		default: false,
		membership: {
			role: "owner",
			lastReadSeq: 1,
			unread: 0,
			mentions: 0,
			involvement: { level: "default", mutedUntil: null, email: "default" },
			favorite: false,
		},
	});
	expect(await see(world.bob, body)).toEqual(body);
	expect(await see(world.carol, body)).toEqual({ ...body, membership: null });
});

test("names of public rooms are unique in any case; those of private rooms need not be", async () => {
	await newRoom({ name: "Élan" });
	for (const name of ["Élan", "élan", "E\u0301LAN"]) {
		expect([name, await outcome(world.carol, "POST", "/api/rooms", { kind: "public", name })]).toEqual([
			name,
			[409, "name-taken"],
		]);
	}
	expect((await outcome(world.carol, "POST", "/api/rooms", { kind: "public", name: "elan" }))[0]).toBe(201);
	for (let i = 0; i < 2; i++)
		expect((await outcome(world.carol, "POST", "/api/rooms", { kind: "private", name: "Élan" }))[0]).toBe(201);
	const other = await newRoom();
	expect(await outcome(world.bob, "PATCH", `/api/rooms/${other.id}`, { name: "ÉLAN" })).toEqual([409, "name-taken"]);
	const hidden = await newRoom({ kind: "private", name: "élan" });
	expect(await outcome(world.bob, "PATCH", `/api/rooms/${hidden.id}`, { kind: "public" })).toEqual([409, "name-taken"]);
	expect((await see(world.bob, hidden)).kind).toBe("private");
	for (const name of ["", " ", "two words", "-dash", "a/b", "@a", "x".repeat(81), "<i>"]) {
		expect([name, (await outcome(world.bob, "POST", "/api/rooms", { kind: "public", name }))[0]]).toEqual([name, 422]);
	}
});

test("of several who take a name in the same moment one gets it", async () => {
	const name = newName();
	const outcomes = await Promise.all(
		[world.alice, world.bob, world.carol, world.bob].map((person) =>
			outcome(person, "POST", "/api/rooms", { kind: "public", name }),
		),
	);
	expect(outcomes.map(([status]) => status).sort()).toEqual([201, 409, 409, 409]);
});

test("a name means the public room, then mine, of which the one that I joined first", async () => {
	const first = await newRoom({ kind: "private", name: "twins", members: [world.carol.id] });
	const second = await newRoom({ kind: "private", name: "Twins", members: [world.carol.id] });
	const byName = async (person: Person, name: string) =>
		(await person.call<RoomView>("GET", `/api/rooms/${encodeURIComponent(name)}`)).body.id;
	expect(await byName(world.carol, "@twins")).toBe(first.id);
	expect(await byName(world.carol, "@TWINS")).toBe(first.id);
	await world.carol.call("POST", `/api/rooms/${first.id}/leave`);
	expect(await byName(world.carol, "@twins")).toBe(second.id);
	expect(await outcome(world.alice, "GET", "/api/rooms/@twins")).toEqual([404, "room-not-found"]);
	const open = await world.alice.post<RoomView>("/api/rooms", { kind: "public", name: "twins" });
	for (const person of [world.alice, world.bob, world.carol]) expect(await byName(person, "@twins")).toBe(open.id);
});

test("the same people have one direct room, called by its others, and oneself one for notes", async () => {
	const open = (person: Person, ...members: Person[]) =>
		person.call<RoomView>("POST", "/api/rooms", { kind: "direct", members: members.map(({ id }) => id) });
	const first = await open(world.bob, world.carol);
	expect([first.status, first.body.kind, first.body.name, first.body.displayName, first.body.memberCount]).toEqual([
		201,
		"direct",
		null,
		"Carol",
		2,
	]);
	expect(first.body.with?.map(({ username }) => username)).toEqual(["carol"]);
	for (const again of [
		await open(world.bob, world.carol),
		await open(world.carol, world.bob),
		await open(world.carol, world.bob, world.carol, world.bob),
	]) {
		expect([again.status, again.body.id]).toEqual([200, first.body.id]);
	}
	expect((await see(world.carol, first.body)).displayName).toBe("Bob");

	const three = await open(world.bob, world.carol, world.alice);
	expect([three.status, three.body.memberCount]).toEqual([201, 3]);
	expect(three.body.id).not.toBe(first.body.id);
	expect(three.body.with?.map(({ username }) => username).sort()).toEqual(["alice", "carol"]);

	const notes = await open(world.bob, world.bob);
	expect([notes.status, notes.body.memberCount, notes.body.displayName]).toEqual([201, 1, "Bob"]);
	expect(notes.body.with?.map(({ username }) => username)).toEqual(["bob"]);
	expect((await open(world.bob)).body.id).toBe(notes.body.id);
});

test("of two who open the same direct room in one moment one makes it, and both are in it", async () => {
	const [dora, eli] = [await world.register("dora"), await world.register("eli")];
	const answers = await Promise.all(
		[dora, eli, dora, eli].map((person) =>
			person.call<RoomView>("POST", "/api/rooms", { kind: "direct", members: [dora.id, eli.id] }),
		),
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
	expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
	const [{ body: room } = { body: {} as RoomView }] = answers;
	for (const person of [dora, eli]) expect((await see(person, room)).memberCount).toBe(2);
	expect((await write(eli, room)).seq).toBe(1);
});

test("a direct room holds eight people at most, or as many as the setting says, and people who exist", async () => {
	const many = await Promise.all(Array.from({ length: 8 }, (_, i) => world.register(`crew-${i}`)));
	const open = (people: Person[]) =>
		world.bob.call<Failure>("POST", "/api/rooms", { kind: "direct", members: people.map(({ id }) => id) });
	expect((await open(many.slice(0, 7))).status).toBe(201);
	const refused = await open(many);
	expect([refused.status, refused.body.error.details?.fields?.[0]]).toEqual([
		422,
		expect.objectContaining({ path: "members", code: "too-many" }),
	]);
	await world.alice.call("PATCH", "/api/admin/settings", { changes: { DirectMesssage_maxUsers: 2 } });
	expect((await open(many.slice(0, 2))).status).toBe(422);
	expect((await open(many.slice(0, 1))).status).toBe(201);
	await world.alice.call("PATCH", "/api/admin/settings", { changes: { DirectMesssage_maxUsers: 8 } });
	const nobody = await world.bob.call<Failure>("POST", "/api/rooms", { kind: "direct", members: ["nobody"] });
	expect(nobody.body.error.details?.fields?.[0]).toMatchObject({ path: "members", code: "user-not-found" });
});

test("who joins has nothing unread, is told of in the room before he is answered, and may write", async () => {
	const room = await newRoom();
	for (let i = 0; i < 3; i++) await write(world.bob, room);
	const { status, body } = await world.carol.call<RoomView>("POST", `/api/rooms/${room.id}/join`);
	expect([status, body.membership?.role, body.membership?.unread, body.memberCount]).toEqual([200, "member", 0, 2]);
	expect((await notices(room)).at(-1)).toEqual({ by: "carol", type: "joined" });
	expect(await unread(world.carol, room)).toBe(0);
	const again = await world.carol.call<RoomView>("POST", `/api/rooms/${room.id}/join`);
	expect([again.status, again.body.memberCount]).toEqual([200, 2]);
	expect((await notices(room)).filter(({ type }) => type === "joined")).toHaveLength(1);
	expect((await write(world.carol, room)).author.username).toBe("carol");
});

test("people who are added come in together, with nothing unread, and who is there already stays as he is", async () => {
	const room = await newRoom({ kind: "private", members: [world.carol.id] });
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
	await write(world.bob, room);
	const userIds = [world.alice.id, world.carol.id, world.alice.id];
	expect(await outcome(world.bob, "POST", `/api/rooms/${room.id}/members`, { userIds })).toEqual([204, undefined]);
	expect((await notices(room)).at(-1)).toMatchObject({ by: "bob", type: "added", users: [{ username: "alice" }] });
	expect(await unread(world.alice, room)).toBe(0);
	expect(await unread(world.carol, room)).toBe(1);
	const { items } = await world.bob.get<{ items: Member[] }>(`/api/rooms/${room.id}/members`);
	expect(items.map(({ user, role }) => `${user.username} ${role}`).sort()).toEqual([
		"alice member",
		"bob owner",
		"carol moderator",
	]);
	const nobody = await world.bob.call<Failure>("POST", `/api/rooms/${room.id}/members`, { userIds: ["nobody"] });
	expect(nobody.body.error.details?.fields?.[0]).toMatchObject({ path: "userIds", code: "user-not-found" });
	for (const wrong of [[], Array(51).fill(world.alice.id)]) {
		expect((await outcome(world.bob, "POST", `/api/rooms/${room.id}/members`, { userIds: wrong }))[0]).toBe(422);
	}
});

test("what happens to a room is told in it: names, topic, kind, roles, removals, in their order", async () => {
	const room = await newRoom({ name: "slip", members: [world.carol.id] });
	const patch = (body: object) => world.bob.call<RoomView>("PATCH", `/api/rooms/${room.id}`, body);
	expect((await patch({ name: "slipway" })).body).toMatchObject({ name: "slipway", displayName: "slipway" });
	expect((await patch({ topic: "Keels" })).body.topic).toBe("Keels");
	await patch({ readOnly: true });
	await patch({ readOnly: false, kind: "private" });
	expect((await patch({ announcement: "Closed on Sundays" })).body.announcement).toBe("Closed on Sundays");
	await patch({ topic: "Keels" });
	await patch({});
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
	await world.bob.call("DELETE", `/api/rooms/${room.id}/members/${world.carol.id}`);
	const carol = expect.objectContaining({ username: "carol" });
	expect(await notices(room)).toEqual([
		{ by: "bob", type: "created" },
		{ by: "bob", type: "renamed", from: "slip", to: "slipway" },
		{ by: "bob", type: "topic", to: "Keels" },
		{ by: "bob", type: "read-only" },
		{ by: "bob", type: "made-private" },
		{ by: "bob", type: "writable" },
		{ by: "bob", type: "role", users: [carol], from: "member", to: "moderator" },
		{ by: "bob", type: "removed", users: [carol] },
	]);
	expect((await history(world.bob, room)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("an archived room keeps its history and takes nothing new; opened again it does", async () => {
	const room = await newRoom({ members: [world.carol.id] });
	const message = await write(world.carol, room);
	const archived = await world.bob.call<RoomView>("POST", `/api/rooms/${room.id}/archive`);
	expect([archived.status, archived.body.archived]).toEqual([200, true]);
	await world.bob.call("POST", `/api/rooms/${room.id}/archive`);
	const closed = [409, "room-archived"];
	expect(await outcome(world.carol, "POST", `/api/rooms/${room.id}/messages`, { text: "x" })).toEqual(closed);
	expect(await outcome(world.carol, "PATCH", `/api/messages/${message.id}`, { text: "x" })).toEqual(closed);
	expect(await outcome(world.carol, "DELETE", `/api/messages/${message.id}`)).toEqual(closed);
	expect(await outcome(world.bob, "PATCH", `/api/rooms/${room.id}`, { topic: "x" })).toEqual(closed);
	expect(await outcome(world.bob, "POST", `/api/rooms/${room.id}/members`, { userIds: [world.alice.id] })).toEqual(
		closed,
	);
	expect(await outcome(world.alice, "POST", `/api/rooms/${room.id}/join`)).toEqual(closed);
	expect((await history(world.alice, room)).map(({ text }) => text)).toContain("ahoy");
	expect((await outcome(world.carol, "PUT", `/api/rooms/${room.id}/read`, { seq: 1 }))[0]).toBe(200);
	expect((await outcome(world.carol, "POST", `/api/rooms/${room.id}/leave`))[0]).toBe(204);
	expect((await world.bob.call<RoomView>("POST", `/api/rooms/${room.id}/unarchive`)).body.archived).toBe(false);
	expect((await notices(room)).map(({ type }) => type)).toEqual(["created", "archived", "left", "unarchived"]);
	expect((await outcome(world.carol, "POST", `/api/rooms/${room.id}/join`))[0]).toBe(200);
});

test("in a room that is read-only owners and moderators write", async () => {
	const room = await newRoom({ readOnly: true, members: [world.carol.id] });
	expect(room.readOnly).toBe(true);
	expect(await outcome(world.carol, "POST", `/api/rooms/${room.id}/messages`, { text: "x" })).toEqual([
		403,
		"room-read-only",
	]);
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
	expect((await outcome(world.carol, "POST", `/api/rooms/${room.id}/messages`, { text: "x" }))[0]).toBe(201);
	expect((await outcome(world.bob, "POST", `/api/rooms/${room.id}/messages`, { text: "x" }))[0]).toBe(201);
});

test("new people are in the default rooms, which administrators choose, from the first moment", async () => {
	const room = await newRoom();
	const closed = await newRoom();
	expect((await world.alice.call<RoomView>("PATCH", `/api/rooms/${room.id}`, { default: true })).body.default).toBe(
		true,
	);
	await world.alice.call("PATCH", `/api/rooms/${closed.id}`, { default: true });
	await world.bob.call("POST", `/api/rooms/${closed.id}/archive`);
	const gus = await world.register("gus");
	const { rooms } = await gus.get<Bootstrap>("/api/bootstrap");
	expect(rooms.map(({ name }) => name).sort()).toEqual(["general", room.name]);
	for (const { membership } of rooms) expect(membership).toMatchObject({ role: "member", unread: 0 });
	expect((await notices(room)).at(-1)).toEqual({ by: "gus", type: "joined" });
	await world.alice.call("PATCH", `/api/rooms/${room.id}`, { default: false });
});

test("who leaves is told of, sees a public room from outside, and comes back with nothing unread", async () => {
	const room = await newRoom({ members: [world.carol.id] });
	expect(await outcome(world.carol, "POST", `/api/rooms/${room.id}/leave`)).toEqual([204, undefined]);
	expect((await notices(room)).at(-1)).toEqual({ by: "carol", type: "left" });
	const outside = await see(world.carol, room);
	expect([outside.membership, outside.memberCount]).toEqual([null, 1]);
	expect(await outcome(world.carol, "POST", `/api/rooms/${room.id}/leave`)).toEqual([403, "not-a-member"]);
	await write(world.bob, room);
	await world.carol.call("POST", `/api/rooms/${room.id}/join`);
	expect(await unread(world.carol, room)).toBe(0);
});

test("a deleted room is gone for all, its name is free again, and nothing of it answers", async () => {
	const room = await newRoom({ name: "wreck", members: [world.carol.id] });
	const message = await write(world.carol, room);
	expect(await outcome(world.bob, "DELETE", `/api/rooms/${room.id}`)).toEqual([204, undefined]);
	for (const person of [world.bob, world.carol, world.alice]) {
		expect(await outcome(person, "GET", `/api/rooms/${room.id}`)).toEqual([404, "room-not-found"]);
		expect(await outcome(person, "GET", `/api/messages/${message.id}`)).toEqual([404, "message-not-found"]);
		expect((await person.get<Bootstrap>("/api/bootstrap")).rooms.map(({ id }) => id)).not.toContain(room.id);
	}
	expect((await outcome(world.carol, "POST", "/api/rooms", { kind: "public", name: "wreck" }))[0]).toBe(201);
});

test("the read mark goes forward and back, and no further than there is something", async () => {
	const room = await newRoom({ members: [world.carol.id] });
	for (let i = 0; i < 5; i++) await write(world.bob, room);
	const { lastSeq } = await see(world.carol, room);
	const mark = async (seq: number) => {
		const { status, body } = await world.carol.call<RoomView>("PUT", `/api/rooms/${room.id}/read`, { seq });
		expect([status, body.id]).toEqual([200, room.id]);
		expect(body).toEqual(await see(world.carol, room));
		return [body.membership?.lastReadSeq, body.membership?.unread];
	};
	expect(await unread(world.carol, room)).toBe(5);
	expect(await mark(lastSeq - 2)).toEqual([lastSeq - 2, 2]);
	expect(await mark(lastSeq)).toEqual([lastSeq, 0]);
	expect(await mark(lastSeq - 4)).toEqual([lastSeq - 4, 4]);
	expect(await mark(lastSeq + 1_000)).toEqual([lastSeq, 0]);
	expect(await mark(0)).toEqual([0, 5]);
	for (const seq of [-1, 1.5, "1", null, 1e300]) {
		expect([seq, (await outcome(world.carol, "PUT", `/api/rooms/${room.id}/read`, { seq }))[0]]).toEqual([seq, 422]);
	}
	expect(await outcome(world.alice, "PUT", `/api/rooms/${room.id}/read`, { seq: 1 })).toEqual([403, "not-a-member"]);
});

test("unread are messages of others above the mark: no notices, nothing deleted, and writing reads what stands before", async () => {
	const room = await newRoom({ members: [world.carol.id] });
	const [first, second] = [await write(world.bob, room), await write(world.bob, room)];
	await world.bob.call("PATCH", `/api/rooms/${room.id}`, { topic: "Told of, not counted" });
	await world.alice.call("POST", `/api/rooms/${room.id}/join`);
	expect(await unread(world.carol, room)).toBe(2);
	await world.bob.call("PATCH", `/api/messages/${first.id}`, { text: "again" });
	expect(await unread(world.carol, room)).toBe(2);
	await world.bob.call("DELETE", `/api/messages/${second.id}`);
	expect(await unread(world.carol, room)).toBe(1);
	await world.carol.call("PUT", `/api/rooms/${room.id}/read`, { seq: first.seq });
	expect(await unread(world.carol, room)).toBe(0);
	await write(world.bob, room);
	await write(world.carol, room);
	expect([await unread(world.carol, room), await unread(world.bob, room)]).toEqual([0, 1]);
	await write(world.bob, room);
	expect([await unread(world.carol, room), await unread(world.bob, room), await unread(world.alice, room)]).toEqual([
		1, 0, 3,
	]);
});

test("the time of the last message is that of talk, not of notices", async () => {
	const room = await newRoom();
	expect(room.lastMessageAt).toBeNull();
	const message = await write(world.bob, room);
	await world.carol.call("POST", `/api/rooms/${room.id}/join`);
	const { lastMessageAt, lastSeq } = await see(world.bob, room);
	expect([lastMessageAt, lastSeq]).toEqual([message.at, 3]);
});

test("a conversation of several is turned into a room: its people, its history and what is unread stay, and they can begin anew", async () => {
	const hanna = await world.register("hanna");
	const members = [world.carol.id, hanna.id];
	const talk = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members });
	await write(world.bob, talk, "before");
	const hears = await world.carol.connect();
	const turned = await world.bob.call<RoomView>("PATCH", `/api/rooms/${talk.id}`, { kind: "private", name: "Mole" });
	expect(turned.body).toMatchObject({ id: talk.id, kind: "private", displayName: "Mole", memberCount: 3 });
	expect(turned.body.membership?.role).toBe("owner");
	const heard = await hears.heard("membership:changed", ({ room }) => (room as RoomView).id === talk.id);
	expect(heard).toMatchObject({ room: { kind: "private", name: "Mole", membership: { role: "member", unread: 1 } } });
	expect(heard).not.toHaveProperty("room.with");
	hears.close();
	expect((await notices(talk)).at(-1)).toMatchObject({ by: "bob", type: "turned-into-room", to: "Mole" });
	expect((await history(hanna, talk)).map(({ text }) => text)).toContain("before");

	// It is a room now: others can be added. The same people have a new conversation.
	expect((await world.bob.call("POST", `/api/rooms/${talk.id}/members`, { userIds: [world.alice.id] })).status).toBe(
		204,
	);
	const again = await world.carol.post<RoomView>("/api/rooms", { kind: "direct", members: [world.bob.id, hanna.id] });
	expect(again.id).not.toBe(talk.id);
	expect(await history(world.carol, again)).toEqual([]);
});

test("what two say stays between them, and a conversation becomes nothing but a private room, by who is in it", async () => {
	const two = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id] });
	const egbert = await world.register("egbert");
	const three = await world.bob.post<RoomView>("/api/rooms", { kind: "direct", members: [world.carol.id, egbert.id] });
	const turn = (person: Person, room: RoomView, input: object) =>
		outcome(person, "PATCH", `/api/rooms/${room.id}`, input);
	const meant = { kind: "private", name: "open-now" };
	expect(await turn(world.bob, two, meant)).toEqual([403, "not-allowed"]);
	for (const input of [
		{ ...meant, kind: "public" },
		{ name: "open-now" },
		{ kind: "private" },
		{ ...meant, topic: "x" },
	])
		expect([input, ...(await turn(world.bob, three, input))]).toEqual([input, 403, "not-allowed"]);
	expect(await turn(world.alice, three, meant)).toEqual([404, "room-not-found"]);
	expect((await see(egbert, three)).kind).toBe("direct");
	// Of two who do it at once one does.
	const both = await Promise.all([turn(world.bob, three, meant), turn(world.carol, three, meant)]);
	expect(both.map(([status]) => status).sort()).toEqual([200, 403]);
});
