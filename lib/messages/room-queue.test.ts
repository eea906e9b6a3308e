import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "../../models/message.ts";
import { type RoomDoc, rooms } from "../../models/room.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import { newId } from "../shared/ids.ts";
import type { Changes, History, Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import { RESERVATION_EXPIRES_AFTER_MS, release, reserve, settledRev, voidAllExpired } from "./reservations.ts";
import { change, post } from "./room-queue.ts";

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
async function newRoom(): Promise<RoomView> {
	return world.alice.post<RoomView>("/api/rooms", { kind: "public", name: `room-${++count}`, members: [world.bob.id] });
}
const send = (room: RoomView, text: string, id?: string) =>
	world.bob.call<Message>("POST", `/api/rooms/${room.id}/messages`, { text, ...(id && { id }) });
const stored = (roomId: string) => messages().find({ roomId }).sort({ seq: 1 }).toArray();
async function roomDoc(room: RoomView): Promise<RoomDoc> {
	const doc = await rooms().findOne({ _id: room.id });
	if (!doc) throw new Error("The room is gone.");
	return doc;
}

test("a room numbers its messages and changes without a gap, however many write at once", async () => {
	const room = await newRoom();
	const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => send(room, `message ${i}`)));
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
	const all = await stored(room.id);
	const numbers = Array.from({ length: 61 }, (_, i) => i + 1);
	expect(all.map(({ seq }) => seq)).toEqual(numbers);
	expect(all.map(({ rev }) => rev)).toEqual(numbers);
	expect(await roomDoc(room)).toMatchObject({ lastSeq: 61, rev: 61, open: [] });
});

test("the same id sent 20 times at once is one message, one number and one broadcast", async () => {
	const room = await newRoom();
	const alice = await world.alice.connect();
	const id = newId();
	const answers = await Promise.all(Array.from({ length: 20 }, () => send(room, "once", id)));
	expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
	expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
	expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
	await alice.heard("message:created");
	await send(room, "after it");
	await alice.heard("message:created", ({ message }) => (message as Message).text === "after it");
	expect(alice.events.filter(({ name }) => name === "message:created")).toHaveLength(2);
	expect((await roomDoc(room)).lastSeq).toBe(3);
	alice.close();
});

test("the same id from another session of the author is the same message; from another person or room it is taken", async () => {
	const [room, other] = [await newRoom(), await newRoom()];
	const { body } = await send(room, "mine");
	const secondDevice = await world.signIn("bob", world.bob.password);
	const again = await secondDevice.call("POST", `/api/rooms/${room.id}/messages`, { id: body.id, text: "mine" });
	expect(again).toMatchObject({ status: 200, body: { seq: body.seq, rev: body.rev } });
	const stranger = await world.alice.call("POST", `/api/rooms/${room.id}/messages`, { id: body.id, text: "mine" });
	expect(stranger).toMatchObject({ status: 409, body: { error: { code: "id-taken" } } });
	expect((await send(other, "mine", body.id)).status).toBe(409);
	expect((await roomDoc(other)).lastSeq).toBe(1);
});

test("a deleted message stays deleted when its sender tries again", async () => {
	const room = await newRoom();
	const { body } = await send(room, "gone soon");
	await world.bob.call("DELETE", `/api/messages/${body.id}`);
	const again = await send(room, "gone soon", body.id);
	expect(again.status).toBe(200);
	expect(again.body).toMatchObject({ text: "" });
	expect(again.body.deletedAt).not.toBeNull();
});

test("changes of one message at once each get a revision of their own, and the last one is what stands", async () => {
	const room = await newRoom();
	const { body } = await send(room, "first");
	const edits = await Promise.all(
		Array.from({ length: 10 }, (_, i) =>
			world.bob.call<Message>("PATCH", `/api/messages/${body.id}`, { text: `edit ${i}` }),
		),
	);
	const revs = edits.map((edit) => edit.body.rev);
	expect(new Set(revs).size).toBe(10);
	const last = edits.find((edit) => edit.body.rev === Math.max(...revs));
	expect(await messages().findOne({ _id: body.id })).toMatchObject({ text: last?.body.text, rev: last?.body.rev });
	expect((await roomDoc(room)).rev).toBe(Math.max(...revs));
});

test("readers go no further than the lowest number that is still being written under", async () => {
	const room = await newRoom();
	const { body: first } = await send(room, "before");
	const held = await reserve(room.id, newId(), { posts: 1, changes: 0, lastMessageAt: undefined });
	const { body: later } = await send(room, "written under a higher number");
	expect(later.rev).toBe(first.rev + 2);

	const since = `/api/rooms/${room.id}/changes?since=${first.rev}`;
	expect(await world.alice.get<Changes>(since)).toEqual({ items: [], rev: first.rev, more: false });
	expect((await world.alice.get<History>(`/api/rooms/${room.id}/messages`)).rev).toBe(first.rev);

	if (!held) throw new Error("Nothing was reserved.");
	await messages().insertOne({ ...(await slow(room)), _id: newId(), seq: held.fromSeq, rev: held.fromRev });
	// Written but not yet given back: that counts as written.
	expect(await settledRev(await roomDoc(room))).toBe(later.rev);
	expect(await release(room.id, held)).toBe(true);
	const { items } = (await world.alice.get<Changes>(since)) as { items: Message[] };
	expect(items.map(({ text }) => text)).toEqual(["slow", "written under a higher number"]);
});

test("what a dead writer reserved is voided after its time, and its numbers count for nothing", async () => {
	const room = await newRoom();
	await world.alice.call("PUT", `/api/rooms/${room.id}/read`, { seq: 999 });
	await reserve(room.id, newId(), { posts: 3, changes: 0, lastMessageAt: undefined });
	await send(room, "after the crash");
	await expire(room);

	expect(await voidAllExpired()).toBe(1);
	const view = await world.alice.get<RoomView>(`/api/rooms/${room.id}`);
	expect(view).toMatchObject({ lastSeq: 5, membership: { unread: 1 } });
	const { items } = await world.alice.get<History>(`/api/rooms/${room.id}/messages`);
	expect(items.map(({ text }) => text)).toEqual(["", "after the crash"]);
	const changes = (await world.alice.get<Changes>(`/api/rooms/${room.id}/changes?since=1`)) as {
		items: Message[];
		rev: number;
	};
	expect(changes).toMatchObject({ rev: 5 });
	expect(changes.items.map(({ text }) => text)).toEqual(["after the crash"]);
});

test("a writer that finds its reservation voided gives its messages numbers that no reader has passed", async () => {
	const room = await newRoom();
	for (let voided = 0; voided < 3; ) {
		const { rev } = await roomDoc(room);
		const written = post({
			_id: newId(),
			roomId: room.id,
			authorId: world.bob.id,
			kind: "text",
			text: "slow",
			at: new Date(),
		});
		// Between its reservation and its giving back, as a reader does to whom it seems dead.
		await until(async () => (await roomDoc(room)).rev > rev);
		const { matchedCount } = await rooms().updateOne(
			{ _id: room.id, "open.0": { $exists: true } },
			{ $set: { open: [] } },
		);
		const { message } = await written;
		if (matchedCount === 0) continue;
		voided++;
		expect(message.rev).toBe(rev + 2);
		const passed = (await world.alice.get<Changes>(`/api/rooms/${room.id}/changes?since=${rev + 1}`)) as {
			items: Message[];
		};
		expect(passed.items.map(({ id }) => id)).toEqual([message._id]);
	}
	const all = await stored(room.id);
	expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: all.length }, (_, i) => i + 1));
	const texts = all.filter(({ kind }) => kind === "text").length;
	expect((await world.alice.get<RoomView>(`/api/rooms/${room.id}`)).membership?.unread).toBe(texts);
});

test("a change that finds nothing to change says so and holds nobody up", async () => {
	const room = await newRoom();
	await expect(change(room.id, newId(), { $set: { text: "x" } })).rejects.toMatchObject({ code: "message-not-found" });
	expect(await settledRev(await roomDoc(room))).toBe(2);
	expect((await send(room, "goes on")).status).toBe(201);
});

test("of two deletions of one message one is made, and the room is quiet afterwards", async () => {
	const room = await newRoom();
	const { body } = await send(room, "twice");
	const remove = (person: Person) => person.call("DELETE", `/api/messages/${body.id}`);
	const answers = await Promise.all([world.bob, world.alice, world.bob, world.alice].map(remove));
	expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404]);
	const { rev } = await roomDoc(room);
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect((await roomDoc(room)).rev).toBe(rev);
});

test("a retry is answered with its message, also when writing is not allowed any more", async () => {
	const room = await newRoom();
	const { body } = await send(room, "in time");
	await world.alice.post(`/api/rooms/${room.id}/archive`);
	expect((await send(room, "too late")).status).toBe(409);
	expect(await send(room, "in time", body.id)).toMatchObject({ status: 200, body: { id: body.id, seq: body.seq } });
	await world.alice.call("DELETE", `/api/rooms/${room.id}/members/${world.bob.id}`);
});

test("a view counts nothing that is reserved and not yet written: its event is still to come", async () => {
	const room = await newRoom();
	const before = await world.alice.get<RoomView>(`/api/rooms/${room.id}`);
	const held = await reserve(room.id, newId(), { posts: 2, changes: 0, lastMessageAt: undefined });
	const during = await world.alice.get<RoomView>(`/api/rooms/${room.id}`);
	expect([during.lastSeq, during.rev, during.membership?.unread]).toEqual([
		before.lastSeq,
		before.rev,
		before.membership?.unread,
	]);
	if (!held) throw new Error("Nothing was reserved.");
	await release(room.id, held);
	expect((await world.alice.get<RoomView>(`/api/rooms/${room.id}`)).lastSeq).toBe(before.lastSeq + 2);
});

test("nothing is written into a room that is gone", async () => {
	const room = await newRoom();
	await world.alice.call("DELETE", `/api/rooms/${room.id}`);
	const late = post({
		_id: newId(),
		roomId: room.id,
		authorId: world.bob.id,
		kind: "text",
		text: "late",
		at: new Date(),
	});
	await expect(late).rejects.toMatchObject({ code: "room-not-found" });
	expect(await messages().countDocuments({ roomId: room.id })).toBe(0);
});

async function slow(room: RoomView) {
	return { roomId: room.id, authorId: world.bob.id, kind: "text" as const, text: "slow", at: new Date() };
}

async function expire(room: RoomView): Promise<void> {
	const at = new Date(Date.now() - RESERVATION_EXPIRES_AFTER_MS - 1_000);
	await rooms().updateOne({ _id: room.id }, { $set: { "open.$[].at": at } });
}

async function until(happened: () => Promise<boolean>): Promise<void> {
	while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 1));
}
