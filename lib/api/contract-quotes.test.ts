/** Quotes as api.md tells of them: shown while everybody in the room may read what is quoted, judged at each reading. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { upload } from "../../test/files.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { History, Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";

type Failure = { error: { code: string } };

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
const newRoom = (owner: Person, kind: "public" | "private", members: Person[] = []) =>
	owner.post<RoomView>("/api/rooms", { kind, name: `quotes-${++count}`, members: members.map(({ id }) => id) });
const write = (person: Person, room: RoomView, text: string, quoteOf?: string) =>
	person.post<Message>(`/api/rooms/${room.id}/messages`, { text, ...(quoteOf && { quoteOf }) });
const read = async (person: Person, { id }: Message) => (await person.get<Message>(`/api/messages/${id}`)).quote;

test("a quote shows who wrote what and where, for all who read it, and the way that it is now", async () => {
	const room = await newRoom(world.bob, "private", [world.carol]);
	const said = await write(world.bob, room, "Low water at 14:84");
	const quoting = await write(world.carol, room, "", said.id);
	const quote = {
		id: said.id,
		roomId: room.id,
		author: { id: world.bob.id, username: "bob", name: "Bob", avatar: null },
		text: "Low water at 14:84",
		at: said.at,
	};
	expect(quoting.quote).toEqual(quote);
	await world.bob.call("PATCH", `/api/messages/${said.id}`, { text: "Low water at 14:48" });
	expect(await read(world.bob, quoting)).toEqual({ ...quote, text: "Low water at 14:48" });
	const { items } = await world.carol.get<History>(`/api/rooms/${room.id}/messages`);
	expect(items.at(-1)?.quote).toEqual({ ...quote, text: "Low water at 14:48" });
});

test("of a long text the beginning is shown", async () => {
	const room = await newRoom(world.bob, "private");
	const said = await write(world.bob, room, "tide ".repeat(200));
	const quote = await read(world.bob, await write(world.bob, room, "see above", said.id));
	expect(quote && "text" in quote && quote.text).toMatch(/^(tide ){50,59}tide…$/);
});

test("files stay where they are: their names are shown", async () => {
	const room = await newRoom(world.bob, "private");
	const { file } = (await upload(world, world.bob, room.id, "tides.csv", "Halling,14:48")).body;
	const said = await world.bob.post<Message>(`/api/rooms/${room.id}/messages`, { text: "", fileIds: [file.id] });
	expect(await read(world.bob, await write(world.bob, room, "again", said.id))).toMatchObject({
		text: "",
		files: ["tides.csv"],
	});
});

test("what is deleted is unavailable, for who quoted it too", async () => {
	const room = await newRoom(world.bob, "private", [world.carol]);
	const said = await write(world.bob, room, "a slip of the tongue");
	const quoting = await write(world.carol, room, "what?", said.id);
	await world.bob.call("DELETE", `/api/messages/${said.id}`);
	expect(await read(world.carol, quoting)).toEqual({ id: said.id, unavailable: true });
});

test("what was deleted while somebody wrote can be quoted, and is shown to nobody", async () => {
	const room = await newRoom(world.bob, "private", [world.carol]);
	const said = await write(world.bob, room, "a slip of the tongue");
	await world.bob.call("DELETE", `/api/messages/${said.id}`);
	const quoting = await write(world.carol, room, "what?", said.id);
	expect(quoting).toMatchObject({ text: "what?", quote: { id: said.id, unavailable: true } });
});

test("from a private room it is shown where all may read it, and no longer when somebody comes who may not", async () => {
	const source = await newRoom(world.bob, "private", [world.carol]);
	const said = await write(world.bob, source, "the code of the lock");
	const room = await newRoom(world.bob, "private", [world.carol]);
	const quoting = await write(world.carol, room, "remember?", said.id);
	expect(await read(world.bob, quoting)).toMatchObject({ text: "the code of the lock" });
	await world.bob.call("POST", `/api/rooms/${room.id}/members`, { userIds: [world.alice.id] });
	expect(await read(world.alice, quoting)).toEqual({ id: said.id, unavailable: true });
	expect(await read(world.bob, quoting)).toEqual({ id: said.id, unavailable: true });
});

test("from a private room nothing is ever shown in a public one", async () => {
	const source = await newRoom(world.bob, "private");
	const said = await write(world.bob, source, "the code of the lock");
	const room = await newRoom(world.bob, "public");
	expect((await write(world.bob, room, "look", said.id)).quote).toEqual({ id: said.id, unavailable: true });
});

test("from a public room it is shown everywhere, until the room is made private", async () => {
	const source = await newRoom(world.bob, "public");
	const said = await write(world.bob, source, "the ferry goes at nine");
	const room = await newRoom(world.carol, "private");
	const quoting = await write(world.carol, room, "early", said.id);
	expect(quoting.quote).toMatchObject({ text: "the ferry goes at nine", roomId: source.id });
	await world.bob.call("PATCH", `/api/rooms/${source.id}`, { kind: "private" });
	expect(await read(world.carol, quoting)).toEqual({ id: said.id, unavailable: true });
});

test("who reads a quote in another room hears of an edit and of the deletion of what is quoted", async () => {
	const source = await newRoom(world.bob, "public");
	const room = await newRoom(world.carol, "private", [world.alice]);
	const said = await write(world.bob, source, "the ferry goes at nine");
	const quoting = await write(world.carol, room, "early", said.id);
	const alice = await world.alice.connect();
	const heard = (text: string | undefined) =>
		alice.heard("message:changed", ({ message }) => {
			const { id, quote } = message as Message;
			return id === quoting.id && (quote && "text" in quote ? quote.text : undefined) === text;
		});
	await world.bob.call("PATCH", `/api/messages/${said.id}`, { text: "the ferry goes at ten" });
	await heard("the ferry goes at ten");
	await world.bob.call("DELETE", `/api/messages/${said.id}`);
	await heard(undefined);
	// And whoever was away meanwhile.
	const { items } = await world.alice.get<{ items: Message[] }>(`/api/rooms/${room.id}/changes?since=${quoting.rev}`);
	expect(items).toMatchObject([{ id: quoting.id, text: "early", quote: { id: said.id, unavailable: true } }]);
	alice.socket.close();
});

test("what one may not read cannot be quoted, and answers as what does not exist", async () => {
	const source = await newRoom(world.bob, "private");
	const said = await write(world.bob, source, "nobody else's business");
	const room = await newRoom(world.carol, "private");
	const body = (quoteOf: string) => ({ text: "look", quoteOf });
	const foreign = await world.carol.call("POST", `/api/rooms/${room.id}/messages`, body(said.id));
	const none = await world.carol.call("POST", `/api/rooms/${room.id}/messages`, body(room.id));
	expect(foreign.status).toBe(404);
	expect(foreign.body).toEqual(none.body);
	await world.bob.call("DELETE", `/api/messages/${said.id}`);
	const deleted = await world.carol.call("POST", `/api/rooms/${room.id}/messages`, body(said.id));
	expect(deleted.body).toEqual(none.body);
});

describe("what a room would see of a message is told beforehand", () => {
	const asked = (person: Person, message: Message, room: { id: string }) =>
		person.call<Message["quote"] & Failure>("GET", `/api/messages/${message.id}/quotes/${room.id}`);

	test("the quote, where everybody there may read it, else that it will not be shown", async () => {
		const source = await newRoom(world.bob, "private", [world.carol]);
		const said = await write(world.bob, source, "the code of the lock");
		const both = await newRoom(world.carol, "private", [world.bob]);
		const all = await newRoom(world.bob, "public");
		expect((await asked(world.bob, said, both)).body).toMatchObject({
			text: "the code of the lock",
			roomId: source.id,
		});
		expect((await asked(world.bob, said, both)).body).toEqual((await write(world.bob, both, "", said.id)).quote);
		expect((await asked(world.bob, said, all)).body).toEqual({ id: said.id, unavailable: true });
		await world.carol.call("POST", `/api/rooms/${both.id}/members`, { userIds: [world.alice.id] });
		expect((await asked(world.bob, said, both)).body).toEqual({ id: said.id, unavailable: true });
	});

	test("nothing is told of a message or a room that one may not see, nor where one may not write", async () => {
		const source = await newRoom(world.bob, "private");
		const said = await write(world.bob, source, "nobody else's business");
		const mine = await newRoom(world.carol, "private");
		const own = await write(world.carol, mine, "carol's");
		const foreign = await asked(world.carol, said, mine);
		expect([foreign.status, foreign.body]).toEqual([
			404,
			(await asked(world.carol, { ...said, id: mine.id }, mine)).body,
		]);
		const closed = await asked(world.carol, own, source);
		expect([closed.status, closed.body]).toEqual([404, (await asked(world.carol, own, { id: own.id })).body]);
		const all = await newRoom(world.bob, "public");
		expect((await asked(world.carol, own, all)).body.error.code).toBe("not-a-member");
		await world.carol.call("POST", `/api/rooms/${all.id}/join`);
		expect((await asked(world.carol, own, all)).status).toBe(200);
		await world.bob.call("POST", `/api/rooms/${all.id}/archive`);
		expect((await asked(world.carol, own, all)).body.error.code).toBe("room-archived");
	});
});
