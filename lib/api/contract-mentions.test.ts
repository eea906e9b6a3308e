/** Whom a message names: what stands on it, and whose count it raises until it is read. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { users } from "../../models/user.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";

let world: World;
let room: RoomView;
let count = 0;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

/** Bob's room, with Carol in it; Alice is not. */
async function newRoom(): Promise<void> {
	const members = [world.carol.id];
	room = await world.bob.post<RoomView>("/api/rooms", { kind: "public", name: `room-${++count}`, members });
}
const write = (person: Person, text: string) => person.post<Message>(`/api/rooms/${room.id}/messages`, { text });
const edit = (person: Person, { id }: Message, text: string) => person.call("PATCH", `/api/messages/${id}`, { text });
const mentions = (more: Partial<Message["mentions"]>) => ({ users: [], rooms: [], all: false, here: false, ...more });
async function counts(person: Person): Promise<[unread: number, mentions: number] | undefined> {
	const { membership } = await person.get<RoomView>(`/api/rooms/${room.id}`);
	const { rooms } = await person.get<Bootstrap>("/api/bootstrap");
	expect(rooms.find(({ id }) => id === room.id)?.membership ?? null).toEqual(membership);
	return membership ? [membership.unread, membership.mentions] : undefined;
}

test("a message stands with the people and rooms that it names, however they are written", async () => {
	await newRoom();
	const { alice, bob, carol, general } = world;
	const named = await write(bob, "@Alice and @CAROL, see #General, not #nowhere; write to bob@example.org or @nobody");
	expect(named.mentions).toEqual(
		mentions({ users: expect.arrayContaining([alice.id, carol.id]), rooms: [general.id] }),
	);
	expect(named.mentions.users).toHaveLength(2);
	expect((await alice.get<Message>(`/api/messages/${named.id}`)).mentions).toEqual(named.mentions);
	expect((await write(bob, "`@carol`")).mentions).toEqual(mentions({}));
});

test("who is disabled is not named, and a name that was given up names nobody", async () => {
	await newRoom();
	const [gone, other] = [await world.register("gone"), await world.register("other")];
	expect((await write(world.bob, "@gone @other")).mentions.users).toHaveLength(2);
	await users().updateOne({ _id: gone.id }, { $set: { active: false } });
	await other.call("PATCH", "/api/me", { username: "another" });
	await vi.waitFor(async () => expect((await write(world.bob, "@gone @other")).mentions.users).toEqual([]));
	expect((await write(world.bob, "@another")).mentions.users).toEqual([other.id]);
	await world.carol.call("PATCH", "/api/me", { username: "other" });
	expect((await write(world.bob, "@other @carol")).mentions.users).toEqual([world.carol.id]);
	await world.carol.call("PATCH", "/api/me", { username: "carol" });
});

test("of rooms only public ones and the author's own are named, the public one before his", async () => {
	await newRoom();
	const make = (person: Person, kind: string, name: string) => person.post<RoomView>("/api/rooms", { kind, name });
	const hers = await make(world.carol, "private", "harbour");
	expect((await write(world.carol, "#harbour")).mentions.rooms).toEqual([hers.id]);
	expect((await write(world.bob, "#harbour")).mentions.rooms).toEqual([]);
	const open = await make(world.alice, "public", "harbour");
	expect((await write(world.carol, "#harbour")).mentions.rooms).toEqual([open.id]);
	expect((await write(world.bob, "#harbour")).mentions.rooms).toEqual([open.id]);
});

test("everybody is called by owners and moderators, and by anybody in a direct room", async () => {
	await newRoom();
	expect((await write(world.bob, "@all @here")).mentions).toEqual(mentions({ all: true, here: true }));
	expect((await write(world.carol, "@all @here")).mentions).toEqual(mentions({}));
	await world.bob.call("PATCH", `/api/rooms/${room.id}/members/${world.carol.id}`, { role: "moderator" });
	expect((await write(world.carol, "@here")).mentions).toEqual(mentions({ here: true }));
	room = await world.carol.post<RoomView>("/api/rooms", { kind: "direct", members: [world.bob.id] });
	expect((await write(world.carol, "@all")).mentions).toEqual(mentions({ all: true }));
	expect(await counts(world.bob)).toEqual([1, 1]);
});

test("what names a member counts until he reads it, on from where he goes back to", async () => {
	await newRoom();
	await write(world.bob, "first");
	const second = await write(world.bob, "@carol");
	await write(world.bob, "@carol @CAROL, @all");
	await write(world.bob, "@here #general @alice");
	expect(await counts(world.carol)).toEqual([4, 2]);
	const read = async (seq: number) => {
		const { body } = await world.carol.call<RoomView>("PUT", `/api/rooms/${room.id}/read`, { seq });
		return body.membership?.mentions;
	};
	expect(await read(second.seq ?? 0)).toBe(1);
	expect(await read(99)).toBe(0);
	expect(await read(1)).toBe(2);
	await write(world.carol, "read them");
	expect(await counts(world.carol)).toEqual([0, 0]);
});

test("one's own messages and notices name nobody for oneself, and who is no member has no count", async () => {
	await newRoom();
	await write(world.bob, "@bob @alice @all");
	await world.bob.call("PUT", `/api/rooms/${room.id}/read`, { seq: 0 });
	expect(await counts(world.bob)).toEqual([1, 0]);
	expect(await counts(world.alice)).toBeUndefined();
	await world.alice.post(`/api/rooms/${room.id}/join`);
	expect(await counts(world.alice)).toEqual([0, 0]);
});

test("an edit names and stops naming, and a deletion takes the mention away", async () => {
	await newRoom();
	const message = await write(world.bob, "nobody");
	expect(await counts(world.carol)).toEqual([1, 0]);
	await edit(world.bob, message, "@carol");
	expect(await counts(world.carol)).toEqual([1, 1]);
	await edit(world.bob, message, "@all");
	expect(await counts(world.carol)).toEqual([1, 1]);
	await edit(world.bob, message, "@alice");
	expect(await counts(world.carol)).toEqual([1, 0]);
	await edit(world.bob, message, "@carol");
	await world.bob.call("DELETE", `/api/messages/${message.id}`);
	expect(await counts(world.carol)).toEqual([0, 0]);
});

test("no more than fifty people are named by one message", async () => {
	await newRoom();
	const names = Array.from({ length: 60 }, (_, i) => `@crew${i}`).join(" ");
	const { mentions: named } = await write(world.bob, `${names} @carol`);
	expect(named).toEqual(mentions({}));
	expect((await write(world.bob, `@carol ${names}`)).mentions).toEqual(mentions({ users: [world.carol.id] }));
});
