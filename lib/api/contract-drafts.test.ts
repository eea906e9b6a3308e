/** What one has begun to write, as api.md tells of it: the same on all of one's devices, and nobody else's. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drafts } from "../../models/draft.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { ServerDraft } from "../shared/schemas/draft.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";

type Failure = { error: { code: string } };

let world: World;
let room: RoomView;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
/** Bob's, with Carol in it. */
beforeEach(async () => {
	await drafts().deleteMany({});
	const members = [world.carol.id];
	room = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: `room-${++count}`, members });
});

const list = async (person = world.bob) => (await person.get<{ items: ServerDraft[] }>("/api/me/drafts")).items;
const put = (
	text: string,
	{ age, person = world.bob, place = room.id }: { age?: number; person?: Person; place?: string } = {},
) => person.call<ServerDraft & Failure>("PUT", `/api/me/drafts/${place}`, { text, ...(age !== undefined && { age }) });
const remove = (place = room.id) => world.bob.call<Failure>("DELETE", `/api/me/drafts/${place}`);

test("a draft is kept by room and thread, told to one's other devices and to nobody else, and goes when it is sent", async () => {
	const [mine, hers] = [await world.bob.connect(), await world.carol.connect()];
	const root = await world.carol.post<Message>(`/api/rooms/${room.id}/messages`, { text: "root" });
	const first = await put("Low wat");
	expect([first.status, first.body]).toEqual([
		200,
		{ roomId: room.id, threadId: null, text: "Low wat", at: expect.any(String) },
	]);
	expect((await mine.heard("draft:changed")).draft).toEqual(first.body);
	const second = (await put("in the thread", { place: `${room.id}/${root.id}` })).body;
	expect(second.threadId).toBe(root.id);
	expect((await put("Low water at six")).body.text).toBe("Low water at six");
	expect((await list()).map(({ text }) => text)).toEqual(["Low water at six", "in the thread"]);
	expect((await remove()).status).toBe(204);
	await mine.heard("draft:changed", ({ draft }) => (draft as ServerDraft).text === "");
	expect(await list()).toEqual([second]);
	expect(await list(world.carol)).toEqual([]);
	expect(hers.events.filter(({ name }) => name === "draft:changed")).toEqual([]);
	mine.close();
	hers.close();
});

test("what was written last counts, not what came last: a device that was away learns what is there", async () => {
	await put("written a moment ago");
	const late = await put("written before, and told now", { age: 60_000 });
	expect([late.status, late.body.text]).toEqual([200, "written a moment ago"]);
	await remove();
	const after = await put("written before it was sent", { age: 60_000 });
	expect(after.body.text).toBe("");
	expect(await list()).toEqual([]);
	expect((await put("begun anew")).body.text).toBe("begun anew");
	// What is nothing but space is nothing.
	expect((await put("  \n")).body.text).toBe("");
	expect(await list()).toEqual([]);
});

test("one writes where one is, and reads where one still may", async () => {
	const stranger = await put("x", { person: world.alice });
	expect([stranger.status, stranger.body.error.code]).toEqual([404, "room-not-found"]);
	const other = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: `other-${count}` });
	const elsewhere = await world.bob.post<Message>(`/api/rooms/${other.id}/messages`, { text: "elsewhere" });
	expect((await put("x", { place: `${room.id}/${elsewhere.id}` })).body.error.code).toBe("message-not-found");
	await put("hers", { person: world.carol });
	expect(await list(world.carol)).toHaveLength(1);
	await world.bob.call("DELETE", `/api/rooms/${room.id}/members/${world.carol.id}`);
	expect(await list(world.carol)).toEqual([]);
	expect((await put("more", { person: world.carol })).status).toBe(404);
	expect((await remove("nowhere")).body.error.code).toBe("room-not-found");
	expect((await put("x".repeat(50_001))).status).toBe(422);
	await world.bob.call("DELETE", `/api/rooms/${room.id}`);
	expect(await drafts().countDocuments({ roomId: room.id })).toBe(0);
});

test("two devices at once leave one draft, and of very many the oldest go", async () => {
	await Promise.all(Array.from({ length: 10 }, (_, i) => put(`from device ${i}`)));
	expect(await list()).toHaveLength(1);
	const old = Array.from({ length: 205 }, (_, i) => ({
		_id: `d${i}`,
		userId: world.bob.id,
		place: `${room.id}/${i}`,
		roomId: room.id,
		threadId: `${i}`,
		text: `old ${i}`,
		at: new Date(i),
	}));
	await drafts().insertMany(old);
	await put("one more");
	const kept = await list();
	expect([kept.length, kept[0]?.text]).toEqual([200, "one more"]);
	expect(await drafts().countDocuments({ userId: world.bob.id })).toBe(200);
});
