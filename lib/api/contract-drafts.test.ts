/** What one has begun to write, as api.md tells of it: the same on all of one's devices, and nobody else's. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drafts } from "../../models/draft.ts";
import { files } from "../../models/file.ts";
import { download, upload } from "../../test/files.ts";
import { type Person, startWorld, type World } from "../../test/world.ts";
import { sweepFiles } from "../files/sweep-files.ts";
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
		{ roomId: room.id, threadId: null, text: "Low wat", quote: null, files: [], at: expect.any(String) },
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

const putWhole = (body: Record<string, unknown>, person = world.bob) =>
	person.call<ServerDraft & Failure>("PUT", `/api/me/drafts/${room.id}`, { text: "", ...body });
const uploaded = async (name: string, person = world.bob, roomId = room.id) =>
	(await upload(world, person, roomId, name, name)).body.file.id;
const names = (draft: ServerDraft | undefined) => draft?.files.map(({ name }) => name);

test("what a draft quotes and holds is there on all devices, and goes with it", async () => {
	const mine = await world.bob.connect();
	const said = await world.carol.post<Message>(`/api/rooms/${room.id}/messages`, { text: "Two are below" });
	const fileIds = [await uploaded("b.txt"), await uploaded("a.txt")];
	const { status, body } = await putWhole({ quoteOf: said.id, fileIds });
	expect([status, body.text, names(body)]).toEqual([200, "", ["b.txt", "a.txt"]]);
	expect(body.quote).toMatchObject({ id: said.id, text: "Two are below", author: { username: "carol" } });
	expect((await mine.heard("draft:changed")).draft).toEqual(body);
	mine.close();
	expect(await list()).toEqual([body]);
	expect((await download(world, world.bob, body.files[0]?.url ?? "")).status).toBe(200);
	expect((await download(world, world.carol, body.files[0]?.url ?? "")).status).toBe(404);
	// As it is now, and no longer than it may be read.
	await world.carol.call("PATCH", `/api/messages/${said.id}`, { text: "One is below" });
	expect((await list())[0]?.quote).toMatchObject({ text: "One is below" });
	await world.carol.call("DELETE", `/api/messages/${said.id}`);
	expect(await list()).toMatchObject([{ quote: null, files: [{}, {}] }]);
	await world.bob.post(`/api/rooms/${room.id}/messages`, { text: "", fileIds: [fileIds[0]] });
	expect((await list()).map(names)).toEqual([["a.txt"]]);
	expect((await put("only words")).body).toMatchObject({ text: "only words", quote: null, files: [] });
	await putWhole({ fileIds: [fileIds[1]] });
	expect((await remove()).status).toBe(204);
	expect(await list()).toEqual([]);
});

test("a draft quotes what one may read, and holds what one has uploaded there; the rest is left out", async () => {
	const other = await world.bob.post<RoomView>("/api/rooms", { kind: "private", name: `closed-${count}` });
	const secret = await world.bob.post<Message>(`/api/rooms/${other.id}/messages`, { text: "secret" });
	const ids = [
		await uploaded("bobs.txt"),
		await uploaded("carols.txt", world.carol),
		await uploaded("elsewhere.txt", world.bob, other.id),
	];
	const hers = await putWhole({ text: "mine", quoteOf: secret.id, fileIds: [...ids, "nothing"] }, world.carol);
	expect([hers.status, hers.body.text, hers.body.quote, names(hers.body)]).toEqual([200, "mine", null, ["carols.txt"]]);
	expect(names((await putWhole({ fileIds: ids })).body)).toEqual(["bobs.txt"]);
	expect((await putWhole({ fileIds: Array.from({ length: 21 }, () => "x") })).status).toBe(422);
	// She could read it when she began.
	await world.bob.post(`/api/rooms/${other.id}/members`, { userIds: [world.carol.id] });
	expect((await putWhole({ quoteOf: secret.id }, world.carol)).body.quote).toMatchObject({ text: "secret" });
	await world.bob.call("DELETE", `/api/rooms/${other.id}/members/${world.carol.id}`);
	expect(await list(world.carol)).toMatchObject([{ quote: null }]);
});

test("files that a draft holds are not swept away, for a month, and a hundred of them", async () => {
	const [held, loose] = [await uploaded("held.txt"), await uploaded("loose.txt")];
	await putWhole({ fileIds: [held] });
	const due = () => files().updateMany({ _id: { $in: [held, loose] } }, { $set: { sweepAt: new Date(0) } });
	await due();
	await sweepFiles();
	expect(await files().findOne({ _id: loose })).toBeNull();
	expect((await files().findOne({ _id: held }))?.sweepAt?.getTime()).toBeGreaterThan(Date.now());
	// Of too many the drafts written last keep theirs.
	const many = { userId: world.bob.id, roomId: room.id, text: "", at: new Date(Date.now() + 1_000) };
	const place = (i: number) => `${room.id}/full-${i}`;
	const full = Array.from({ length: 5 }, (_, i) => ({
		_id: `full-${count}-${i}`,
		...many,
		place: place(i),
		fileIds: Array.from({ length: 20 }, (_, at) => `file-${i}-${at}`),
	}));
	await drafts().insertMany(full);
	await due();
	await drafts().deleteOne({ _id: `full-${count}-0` });
	await sweepFiles();
	expect(await files().findOne({ _id: held })).not.toBeNull();
	await drafts().insertOne({
		...many,
		_id: "one more",
		place: place(0),
		fileIds: Array.from({ length: 20 }, (_, at) => `file-${at}`),
	});
	await due();
	await sweepFiles();
	expect(await files().findOne({ _id: held })).toBeNull();

	const old = await uploaded("old.txt");
	await drafts().deleteMany({});
	await putWhole({ fileIds: [old] });
	const before = new Date(Date.now() - 31 * 24 * 60 * 60_000);
	await files().updateOne({ _id: old }, { $set: { at: before, sweepAt: before } });
	await sweepFiles();
	expect(await files().findOne({ _id: old })).toBeNull();
	expect(await list()).toMatchObject([{ files: [] }]);
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
