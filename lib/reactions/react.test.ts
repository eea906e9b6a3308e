import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Listener, type Person, startWorld, type World } from "../../test/world.ts";
import { emojiOf } from "../shared/emoji.ts";
import type { Changes, Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { SearchResults } from "../shared/schemas/search.ts";

let world: World;
let room: RoomView;
let message: Message;
beforeAll(async () => {
	world = await startWorld();
	room = await world.alice.post<RoomView>("/api/rooms", { kind: "private", name: "crew", members: [world.bob.id] });
});
afterAll(() => world.stop());
beforeEach(async () => {
	message = await world.alice.post<Message>(`/api/rooms/${room.id}/messages`, { text: "Sunrise at the mast" });
});

const path = (emoji: string, id = message.id) => `/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`;
const react = async (who: Person, emoji: string, method = "PUT") => (await who.call<Message>(method, path(emoji))).body;
const refused = async (who: Person, emoji: string, id?: string) => {
	const { status, body } = await who.call<{ error: { code: string } }>("PUT", path(emoji, id));
	return [status, body.error?.code];
};

test("reactions stand in the order in which they came, with who reacted", async () => {
	await react(world.bob, "👍");
	await react(world.alice, "🌅");
	const { reactions, rev } = await react(world.alice, "👍");
	expect(reactions).toEqual([
		{ emoji: "👍", userIds: [world.bob.id, world.alice.id] },
		{ emoji: "🌅", userIds: [world.alice.id] },
	]);
	expect(rev).toBe(message.rev + 3);
	expect(await world.bob.get<Message>(`/api/messages/${message.id}`)).toMatchObject({ reactions, rev });
});

test("the same reaction twice is one, and taking back what is not there changes nothing", async () => {
	const once = await react(world.bob, "👍");
	expect(await react(world.bob, "👍")).toEqual(once);
	expect(await react(world.alice, "👍", "DELETE")).toEqual(once);
	expect((await react(world.bob, "👍", "DELETE")).reactions).toEqual([]);
});

test("many at once lose none", async () => {
	const people = await Promise.all(["dora", "emil", "fay"].map((name) => world.register(name)));
	await world.alice.call("POST", `/api/rooms/${room.id}/members`, { userIds: people.map(({ id }) => id) });
	await Promise.all(
		[world.alice, world.bob, ...people].flatMap((who) => ["👍", "✅", "👀"].map((emoji) => react(who, emoji))),
	);
	const { reactions } = await world.alice.get<Message>(`/api/messages/${message.id}`);
	expect(reactions.map(({ emoji, userIds }) => [emoji, userIds.length]).sort()).toEqual([
		["✅", 5],
		["👀", 5],
		["👍", 5],
	]);
});

test("members hear of it, and those who were away by what changed", async () => {
	const listener: Listener = await world.bob.connect();
	const { rev } = await react(world.alice, "👍");
	const { message: heard } = (await listener.heard("message:changed")) as { message: Message };
	expect(heard).toMatchObject({ id: message.id, rev, reactions: [{ emoji: "👍", userIds: [world.alice.id] }] });
	listener.close();
	const changes = await world.bob.get<Changes>(`/api/rooms/${room.id}/changes?since=${message.rev}`);
	expect(changes).toMatchObject({ items: [{ id: message.id, reactions: [{ emoji: "👍" }] }] });
});

test("who is not in the room cannot, and learns nothing of the message", async () => {
	expect(await refused(world.bob, "👍")).toEqual([200, undefined]);
	expect(await refused(world.carol, "👍")).toEqual([404, "message-not-found"]);
	expect(await refused(world.carol, "👍", "0192-nothing-here")).toEqual([404, "message-not-found"]);
	const open = await world.alice.post<RoomView>("/api/rooms", { kind: "public", name: "quay" });
	const seen = await world.alice.post<Message>(`/api/rooms/${open.id}/messages`, { text: "Open to all" });
	expect(await refused(world.carol, "👍", seen.id)).toEqual([403, "not-a-member"]);
});

test("only an emoji is one, and in one form", async () => {
	for (const text of ["a", "👍👍", "1", "", "\u200d", "<b>", "constructor", "__proto__", ":parley:", "👍.x", "$set"]) {
		if (text !== "") expect([text, await refused(world.bob, text)]).toEqual([text, [422, "unknown-emoji"]]);
	}
	expect(emojiOf("❤")).toBe(emojiOf("❤️"));
	for (const text of ["👩🏽‍🚀", "🏳️‍🌈", "🇩🇪", "1️⃣", "❤️"]) expect(emojiOf(text)).toBe(text);
});

test("an archived room takes none, a read-only one does", async () => {
	await world.alice.call("PATCH", `/api/rooms/${room.id}`, { readOnly: true });
	expect((await react(world.bob, "👍")).reactions).toHaveLength(1);
	await world.alice.call("POST", `/api/rooms/${room.id}/archive`);
	expect(await refused(world.bob, "👀")).toEqual([409, "room-archived"]);
	await world.alice.call("POST", `/api/rooms/${room.id}/unarchive`);
	await world.alice.call("PATCH", `/api/rooms/${room.id}`, { readOnly: false });
});

test("a hundred kinds are enough for one message", async () => {
	const kinds = Array.from({ length: 101 }, (_, index) => String.fromCodePoint(0x1f400 + index)).filter(emojiOf);
	const more = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x1f330 + index)).filter(emojiOf);
	const all = [...kinds, ...more].slice(0, 101);
	for (const emoji of all.slice(0, 100)) await react(world.bob, emoji);
	expect(await refused(world.bob, all[100] ?? "")).toEqual([409, "too-many-reactions"]);
	expect((await react(world.alice, all[0] ?? "")).reactions).toHaveLength(100);
});

test("a message that somebody reacted to is found by that, until nobody does", async () => {
	const found = async () =>
		(await world.bob.get<SearchResults>("/api/search?q=has:reaction%20sunrise%20in:crew")).items.some(
			(hit) => hit.message.id === message.id,
		);
	expect(await found()).toBe(false);
	await react(world.bob, "👍");
	await world.alice.call("PATCH", `/api/messages/${message.id}`, { text: "Sunrise at the northern mast" });
	expect(await found()).toBe(true);
	await react(world.bob, "👍", "DELETE");
	expect(await found()).toBe(false);
});
