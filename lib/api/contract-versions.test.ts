/** What edited messages said before: kept where a setting asks for it, for whoever may read the message, and no longer than that. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { messageVersions } from "../../models/message-version.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Message, MessageVersion } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";

type Failure = { error: { code: string } };

let world: World;
let room: RoomView;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

const keep = (on: boolean) =>
	world.alice.call("PATCH", "/api/admin/settings", { changes: { Message_KeepHistory: on } });

let count = 0;
/** Bob's, with Carol in it. */
beforeEach(async () => {
	await keep(true);
	const members = [world.carol.id];
	room = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: `room-${++count}`, members });
});

const write = (text: string) => world.bob.post<Message>(`/api/rooms/${room.id}/messages`, { text });
const edit = ({ id }: Message, text: string) => world.bob.call<Message>("PATCH", `/api/messages/${id}`, { text });
const ask = (person: Person, { id }: Message) =>
	person.call<{ items: MessageVersion[] } & Failure>("GET", `/api/messages/${id}/versions`);
const texts = async (message: Message) => (await ask(world.carol, message)).body.items.map(({ text }) => text);
const kept = ({ id }: Message) => messageVersions().countDocuments({ messageId: id });

test("each version with its time, oldest first, for whoever may read the message", async () => {
	const message = await write("Low water at 14:84");
	const { body: first } = await edit(message, "Low water at 14:48");
	const { body: second } = await edit(message, "Low water at 14:48, at Halling");
	expect((await ask(world.carol, message)).body.items).toEqual([
		{ text: "Low water at 14:84", at: message.at },
		{ text: "Low water at 14:48", at: first.editedAt },
		{ text: "Low water at 14:48, at Halling", at: second.editedAt },
	]);
});

test("of one that was never edited there is what it says; the same text again is no version", async () => {
	const message = await write("as it is");
	expect(await texts(message)).toEqual(["as it is"]);
	await edit(message, "as it is");
	expect(await texts(message)).toEqual(["as it is"]);
});

test("while the setting is off nothing is kept and nothing of before is told", async () => {
	const message = await write("one");
	await edit(message, "two");
	await keep(false);
	expect(await texts(message)).toEqual(["two"]);
	await edit(message, "three");
	const silent = await write("said");
	await edit(silent, "unsaid");
	expect(await kept(silent)).toBe(0);
	await keep(true);
	expect(await texts(message)).toEqual(["one", "two", "three"]);
	await edit(message, "four");
	expect(await texts(message)).toEqual(["one", "two", "three", "four"]);
});

test("with the message all its versions are gone, and with its room", async () => {
	const [message, other] = [await write("a secret"), await write("another")];
	await edit(message, "nothing");
	await edit(other, "nothing");
	expect(await kept(message)).toBe(2);
	await world.bob.call("DELETE", `/api/messages/${message.id}`);
	expect(await kept(message)).toBe(0);
	const gone = await ask(world.bob, message);
	expect([gone.status, gone.body.error.code]).toEqual([404, "message-not-found"]);
	await world.bob.call("DELETE", `/api/rooms/${room.id}`);
	await expect.poll(() => kept(other)).toBe(0);
});

test("edits that race with the deletion leave nothing behind", async () => {
	const message = await write("a secret");
	await Promise.all([
		...["one", "two", "three"].map((text) => edit(message, text)),
		world.bob.call("DELETE", `/api/messages/${message.id}`),
	]);
	expect(await kept(message)).toBe(0);
});

test("who may not read the message learns nothing, and no more once he has left the room", async () => {
	const message = await write("between us");
	await edit(message, "between you and me");
	const none = await ask(world.alice, { ...message, id: room.id });
	expect((await ask(world.alice, message)).body).toEqual(none.body);
	expect((await ask(world.carol, message)).status).toBe(200);
	await world.carol.call("POST", `/api/rooms/${room.id}/leave`);
	expect((await ask(world.carol, message)).body).toEqual(none.body);
});

test("of very many edits the newest versions are kept", async () => {
	const message = await write("0");
	const old = Array.from({ length: 150 }, (_, number) => ({
		_id: `${message.id}:${number}`,
		messageId: message.id,
		roomId: room.id,
		text: `old ${number}`,
		at: new Date(number),
	}));
	await messageVersions().insertMany(old);
	await edit(message, "1");
	expect(await kept(message)).toBe(100);
	expect((await texts(message)).slice(-3)).toEqual(["old 149", "0", "1"]);
});
