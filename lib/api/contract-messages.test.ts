/** Messages as api.md tells of them: shape, history in pieces, editing and deleting within their limits, the way back after a gap. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "../../models/message.ts";
import { type Answer, type Person, startWorld, type World } from "../../test/world.ts";
import type { Changes, History, Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";

type Failure = { error: { code: string; details?: { fields?: { path: string; code: string }[] } } };
type Page = Extract<Changes, { items: unknown }>;

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
/** Bob's, with Carol in it; its first number is the notice that it was made. */
function newRoom(): Promise<RoomView> {
	const members = [world.carol.id];
	return world.bob.post<RoomView>("/api/rooms", { kind: "public", name: `room-${++count}`, members });
}
const write = (person: Person, room: RoomView, text: string) =>
	person.post<Message>(`/api/rooms/${room.id}/messages`, { text });
const read = (room: RoomView, query = "") => world.carol.get<History>(`/api/rooms/${room.id}/messages?${query}`);
const seqs = ({ items }: History) => items.map(({ seq }) => seq);
const change = (changes: Record<string, unknown>) => world.alice.call("PATCH", "/api/admin/settings", { changes });

/** The room with `length` messages "1", "2", … under the numbers 2, 3, … */
async function roomWith(length: number): Promise<{ room: RoomView; written: Message[] }> {
	const room = await newRoom();
	const written: Message[] = [];
	for (let i = 1; i <= length; i++) written.push(await write(world.bob, room, String(i)));
	return { room, written };
}

async function outcome(answer: Promise<Answer<Partial<Failure> | undefined>>): Promise<[number, string | undefined]> {
	const { status, body } = await answer;
	return [status, body?.error?.code];
}

test("a message has these fields and no others", async () => {
	const room = await newRoom();
	const { status, body } = await world.bob.call<Message>("POST", `/api/rooms/${room.id}/messages`, {
		text: " **Ahoy** \n",
	});
	expect(status).toBe(201);
	expect(body).toEqual({
		id: expect.any(String),
		roomId: room.id,
		seq: 2,
		rev: 2,
		author: { id: world.bob.id, username: "bob", name: "Bob", avatar: null },
		text: " **Ahoy** \n",
		at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
		editedAt: null,
		deletedAt: null,
		kind: "text",
		threadId: null,
		threadSeq: null,
		alsoToRoom: false,
		thread: null,
		reactions: [],
		files: [],
		mentions: { users: [], rooms: [], all: false, here: false },
		quote: null,
		previews: [],
		pinned: false,
	});
	expect(await world.carol.get(`/api/messages/${body.id}`)).toEqual(body);
	expect((await read(room)).items.at(-1)).toEqual(body);
	const [notice] = (await read(room)).items;
	expect(notice).toEqual({
		...body,
		id: notice?.id,
		seq: 1,
		rev: 1,
		at: notice?.at,
		kind: "notice",
		text: "",
		notice: { type: "created" },
	});
});

test("an id that the sender made is kept, when it is one", async () => {
	const room = await newRoom();
	const send = (id: unknown) => world.bob.call<Message>("POST", `/api/rooms/${room.id}/messages`, { id, text: "mine" });
	for (const id of ["01890a5d-ac96-774b-bcce-b302099a8057", "abcd_1234", "x".repeat(64)]) {
		const { status, body } = await send(id);
		expect([status, body.id]).toEqual([201, id]);
		const again = await send(id);
		expect([again.status, again.body]).toEqual([200, body]);
	}
	for (const id of ["short", "12345678", "with space", "a/b-c-d-e", "x".repeat(65), "", 17]) {
		expect([id, (await send(id)).status]).toEqual([id, 422]);
	}
});

test("a text is not empty and no longer than the setting says, in the units that browsers count", async () => {
	const room = await newRoom();
	const message = await write(world.bob, room, "short");
	const send = (text: string) => world.bob.call<Failure>("POST", `/api/rooms/${room.id}/messages`, { text });
	const edit = (text: string) => world.bob.call<Failure>("PATCH", `/api/messages/${message.id}`, { text });
	expect((await send("x".repeat(5_000))).status).toBe(201);
	await change({ Message_MaxAllowedSize: 10 });
	for (const attempt of [send, edit]) {
		expect((await attempt("👍👍👍👍👍")).status).toBeLessThan(300);
		for (const [text, code] of [
			["👍👍👍👍👍.", "too-long"],
			["", "empty"],
			[" \n\t ", "empty"],
		] as const) {
			const { status, body } = await attempt(text);
			expect([text, status, body.error.details?.fields?.[0]]).toEqual([
				text,
				422,
				expect.objectContaining({ path: "text", code }),
			]);
		}
	}
	await change({ Message_MaxAllowedSize: 5_000 });
	expect((await send("x".repeat(5_001))).status).toBe(422);
});

test("the newest come without a place, oldest first, and tell whether there is more before them", async () => {
	const { room } = await roomWith(6);
	expect(await read(room)).toMatchObject({ hasBefore: false, hasAfter: false, rev: 7 });
	expect(seqs(await read(room))).toEqual([1, 2, 3, 4, 5, 6, 7]);
	const newest = await read(room, "limit=3");
	expect([seqs(newest), newest.hasBefore, newest.hasAfter]).toEqual([[5, 6, 7], true, false]);
	expect(Object.keys(newest).sort()).toEqual(["hasAfter", "hasBefore", "items", "rev"]);
});

test("before, after and around a number give the pieces at it, at both ends and beyond them", async () => {
	const { room } = await roomWith(6);
	const expected: [query: string, seqs: number[], hasBefore: boolean, hasAfter: boolean][] = [
		["before=5&limit=2", [3, 4], true, true],
		["before=3&limit=2", [1, 2], false, true],
		["before=3", [1, 2], false, true],
		["before=1", [], false, true],
		["before=0", [], false, true],
		["before=8&limit=3", [5, 6, 7], true, false],
		["before=9000&limit=7", [1, 2, 3, 4, 5, 6, 7], false, false],
		["after=2&limit=2", [3, 4], true, true],
		["after=5&limit=2", [6, 7], true, false],
		["after=7", [], true, false],
		["after=9000", [], true, false],
		["after=0&limit=3", [1, 2, 3], false, true],
		["around=4&limit=3", [3, 4, 5], true, true],
		["around=4&limit=4", [3, 4, 5, 6], true, true],
		["around=4&limit=1", [4], true, true],
		["around=1&limit=3", [1, 2, 3], false, true],
		["around=7&limit=3", [5, 6, 7], true, false],
		["around=4&limit=100", [1, 2, 3, 4, 5, 6, 7], false, false],
		["around=0&limit=2", [1, 2], false, true],
		["around=9000&limit=2", [6, 7], true, false],
	];
	for (const [query, ...piece] of expected) {
		const got = await read(room, query);
		expect([query, seqs(got), got.hasBefore, got.hasAfter]).toEqual([query, ...piece]);
	}
});

test("at a moment is around the first message since then, before all of them and after all of them too", async () => {
	const room = await world.alice.post<RoomView>("/api/rooms", { kind: "private", name: "logbook" });
	const days = ["2026-03-01T08:00:00Z", "2026-03-01T20:00:00Z", "2026-03-04T09:00:00Z", "2026-03-09T09:00:00Z"];
	for (const at of days) {
		const { id } = await world.alice.post<Message>(`/api/rooms/${room.id}/messages`, { text: at });
		await messages().updateOne({ _id: id }, { $set: { at: new Date(at) } });
	}
	await messages().updateOne({ roomId: room.id, kind: "notice" }, { $set: { at: new Date("2026-02-28T08:00:00Z") } });
	const first = async (at: string) => {
		const { items } = await world.alice.get<History>(`/api/rooms/${room.id}/messages?at=${at}&limit=1`);
		return items[0]?.text || items[0]?.notice?.type;
	};
	expect(await first("2026-01-01T00:00:00Z")).toBe("created");
	expect(await first("2026-03-01T00:00:00Z")).toBe(days[0]);
	expect(await first("2026-03-02T00:00:00Z")).toBe(days[2]);
	expect(await first("2026-03-04T10:00:00%2B01:00")).toBe(days[2]);
	expect(await first("2027-01-01T00:00:00Z")).toBe(days[3]);
	for (const wrong of ["at=yesterday", "at=2026-03-01", "at=2026-03-01T00:00:00Z&around=3"]) {
		expect((await world.alice.call("GET", `/api/rooms/${room.id}/messages?${wrong}`)).status).toBe(422);
	}
});

test("around a message is around its number", async () => {
	const { room, written } = await roomWith(6);
	const got = await read(room, `around=${written[3]?.id}&limit=3`);
	expect(got.items.map(({ text }) => text)).toEqual(["3", "4", "5"]);
	const other = await newRoom();
	expect(await outcome(world.carol.call("GET", `/api/rooms/${other.id}/messages?around=${written[3]?.id}`))).toEqual([
		404,
		"message-not-found",
	]);
	expect(await outcome(world.carol.call("GET", `/api/rooms/${room.id}/messages?around=none`))).toEqual([
		404,
		"message-not-found",
	]);
});

test("going up and down in pieces gives each message once", async () => {
	const { room, written } = await roomWith(11);
	await world.bob.call("DELETE", `/api/messages/${written[4]?.id}`);
	await world.bob.call("DELETE", `/api/messages/${written[5]?.id}`);
	const all = seqs(await read(room));
	expect(all).toEqual([1, 2, 3, 4, 5, 8, 9, 10, 11, 12]);
	for (const limit of [1, 2, 3]) {
		const down: (number | null)[] = [];
		for (
			let piece = await read(room, `limit=${limit}`);
			;
			piece = await read(room, `before=${down[0]}&limit=${limit}`)
		) {
			down.unshift(...seqs(piece));
			if (!piece.hasBefore) break;
		}
		const up: (number | null)[] = [];
		for (
			let piece = await read(room, `after=0&limit=${limit}`);
			;
			piece = await read(room, `after=${up.at(-1)}&limit=${limit}`)
		) {
			up.push(...seqs(piece));
			if (!piece.hasAfter) break;
		}
		expect([limit, down, up]).toEqual([limit, all, all]);
	}
});

test("deleted messages are no ends: what is before and after is told as if they were not there", async () => {
	const { room, written } = await roomWith(5);
	for (const i of [0, 4]) await world.bob.call("DELETE", `/api/messages/${written[i]?.id}`);
	const expected: [query: string, seqs: number[], hasBefore: boolean, hasAfter: boolean][] = [
		["limit=3", [3, 4, 5], true, false],
		["limit=4", [1, 3, 4, 5], false, false],
		["before=3", [1], false, true],
		["before=3&limit=1", [1], false, true],
		["after=4", [5], true, false],
		["after=5", [], true, false],
		["before=6&limit=3", [3, 4, 5], true, false],
		["around=2&limit=2", [1, 3], false, true],
		["around=6&limit=2", [4, 5], true, false],
	];
	for (const [query, ...piece] of expected) {
		const got = await read(room, query);
		expect([query, seqs(got), got.hasBefore, got.hasAfter]).toEqual([query, ...piece]);
	}
	expect(await outcome(world.carol.call("GET", `/api/rooms/${room.id}/messages?around=${written[0]?.id}`))).toEqual([
		404,
		"message-not-found",
	]);
});

test("two places at once, or a place that is none, are refused", async () => {
	const { room } = await roomWith(1);
	const queries = [
		"before=1&after=1",
		"before=1&around=1",
		"after=1&around=x",
		"before=1&after=1&around=1",
		"before=x",
		"before=-1",
		"after=1.5",
		"before=",
		"after=1e3",
		"around=",
		`around=${"x".repeat(101)}`,
		"before=9999999999999999",
		"since=1",
	];
	for (const query of queries) {
		expect([query, await outcome(world.carol.call("GET", `/api/rooms/${room.id}/messages?${query}`))]).toEqual([
			query,
			[422, "invalid-input"],
		]);
	}
});

test("a deleted message is gone for all, its number stays empty, and a setting shows where it stood", async () => {
	const { room, written } = await roomWith(3);
	const gone = written[1];
	expect(await outcome(world.bob.call("DELETE", `/api/messages/${gone?.id}`))).toEqual([204, undefined]);
	expect((await read(room)).items.map(({ text }) => text)).toEqual(["", "1", "3"]);
	for (const [method, body] of [["GET"], ["PATCH", { text: "back" }], ["DELETE"]] as const) {
		expect(await outcome(world.bob.call(method, `/api/messages/${gone?.id}`, body))).toEqual([
			404,
			"message-not-found",
		]);
	}
	expect((await messages().findOne({ _id: gone?.id ?? "" }))?.text).toBe("");

	await change({ Message_ShowDeletedStatus: true });
	const stub = (await read(room)).items.find(({ id }) => id === gone?.id);
	expect(stub).toMatchObject({ seq: 3, text: "", kind: "text" });
	expect(stub?.deletedAt).toEqual(expect.any(String));
	expect(await outcome(world.bob.call("GET", `/api/messages/${gone?.id}`))).toEqual([404, "message-not-found"]);
	const piece = await read(room, "before=4&limit=1");
	expect([seqs(piece), piece.hasBefore, piece.hasAfter]).toEqual([[3], true, true]);
	await change({ Message_ShowDeletedStatus: false });
	expect((await read(room)).items).toHaveLength(3);
});

/** As if it had been sent before now. */
async function age(message: Message | undefined, minutes: number): Promise<void> {
	await messages().updateOne({ _id: message?.id ?? "" }, { $set: { at: new Date(Date.now() - minutes * 60_000) } });
}

test("one edits one's own messages, as long as the settings let one", async () => {
	const room = await newRoom();
	const message = await write(world.carol, room, "teh ship");
	const edit = (person = world.carol) =>
		person.call<Message>("PATCH", `/api/messages/${message.id}`, { text: "the ship" });
	const edited = await edit();
	expect([edited.status, edited.body]).toEqual([
		200,
		{ ...message, text: "the ship", rev: message.rev + 1, editedAt: expect.any(String) },
	]);
	expect(await world.bob.get(`/api/messages/${message.id}`)).toEqual(edited.body);
	for (const person of [world.bob, world.alice]) {
		expect(await outcome(edit(person) as Promise<Answer<Partial<Failure>>>)).toEqual([
			403,
			person === world.bob ? "not-allowed" : "not-a-member",
		]);
	}
	await change({ Message_AllowEditing_BlockEditInMinutes: 5 });
	await age(message, 4);
	expect((await edit()).status).toBe(200);
	await age(message, 6);
	expect(await outcome(edit() as Promise<Answer<Partial<Failure>>>)).toEqual([403, "edit-too-late"]);
	await change({ Message_AllowEditing_BlockEditInMinutes: 0 });
	expect((await edit()).status).toBe(200);
	await change({ Message_AllowEditing: false });
	expect(await outcome(edit() as Promise<Answer<Partial<Failure>>>)).toEqual([403, "not-allowed"]);
	await change({ Message_AllowEditing: true });
});

test("one deletes one's own messages within the time that is set; who moderates the room deletes at any time", async () => {
	const room = await newRoom();
	const remove = (person: Person, message: Message) => outcome(person.call("DELETE", `/api/messages/${message.id}`));
	const mine = () => write(world.carol, room, "oh");
	expect(await remove(world.carol, await mine())).toEqual([204, undefined]);
	expect(await remove(world.carol, await write(world.bob, room, "Bob's"))).toEqual([403, "not-allowed"]);
	await change({ Message_AllowDeleting_BlockDeleteInMinutes: 5 });
	const [fresh, old] = [await mine(), await mine()];
	await age(fresh, 4);
	await age(old, 6);
	expect(await remove(world.carol, fresh)).toEqual([204, undefined]);
	expect(await remove(world.carol, old)).toEqual([403, "delete-too-late"]);
	await change({ Message_AllowDeleting_BlockDeleteInMinutes: 0, Message_AllowDeleting: false });
	expect(await remove(world.carol, await mine())).toEqual([403, "not-allowed"]);
	expect(await remove(world.bob, old)).toEqual([204, undefined]);
	await change({ Message_AllowDeleting: true });
});

test("notices are nobody's to edit or delete", async () => {
	const { room } = await roomWith(0);
	const [notice] = (await world.bob.get<History>(`/api/rooms/${room.id}/messages`)).items;
	expect(notice?.author.username).toBe("bob");
	expect(await outcome(world.bob.call("DELETE", `/api/messages/${notice?.id}`))).toEqual([403, "not-allowed"]);
	expect(await outcome(world.bob.call("PATCH", `/api/messages/${notice?.id}`, { text: "x" }))).toEqual([
		403,
		"not-allowed",
	]);
	expect(await world.bob.get(`/api/messages/${notice?.id}`)).toEqual(notice);
});

test("changes since a revision come in pieces, each message as it is now, deleted ones as what is left", async () => {
	const { room, written } = await roomWith(5);
	await world.bob.call("PATCH", `/api/messages/${written[0]?.id}`, { text: "one" });
	await world.bob.call("DELETE", `/api/messages/${written[1]?.id}`);
	const changes = (query: string) => world.carol.get<Page>(`/api/rooms/${room.id}/changes?${query}`);
	const all = await changes("since=0");
	expect(Object.keys(all).sort()).toEqual(["items", "more", "rev"]);
	expect([all.rev, all.more]).toEqual([8, false]);
	expect(all.items.map(({ rev }) => rev)).toEqual([1, 4, 5, 6, 7, 8]);
	expect(all.items.at(-2)).toMatchObject({ id: written[0]?.id, text: "one" });
	expect(all.items.at(-1)).toEqual({ id: written[1]?.id, seq: 3, rev: 8, deletedAt: expect.any(String) });

	const walked: number[] = [];
	let since = 0;
	for (let more = true; more; ) {
		const piece = await changes(`since=${since}&limit=2`);
		walked.push(...piece.items.map(({ rev }) => rev));
		({ rev: since, more } = piece);
	}
	expect([walked, since]).toEqual([[1, 4, 5, 6, 7, 8], 8]);
	expect(await changes("since=8")).toEqual({ items: [], rev: 8, more: false });
	expect(await changes("since=9")).toEqual({ reset: true, rev: 8 });
	expect((await read(room)).rev).toBe(8);
	for (const query of [
		"",
		"since=",
		"since=-1",
		"since=x",
		"since=0&limit=0",
		"since=0&limit=101",
		"since=0&after=1",
	]) {
		expect([query, (await world.carol.call("GET", `/api/rooms/${room.id}/changes?${query}`)).status]).toEqual([
			query,
			422,
		]);
	}
});

test("changes of several rooms come in the order asked, at most fifty of them", async () => {
	const [a, b] = [(await roomWith(1)).room, (await roomWith(2)).room];
	const asked = [
		{ id: b.id, since: 2 },
		{ id: "none", since: 0 },
		{ id: a.id, since: 99 },
	];
	const { rooms } = await world.carol.post<{ rooms: unknown[] }>("/api/changes", { rooms: asked });
	expect(rooms).toEqual([
		{ id: b.id, items: [expect.objectContaining({ text: "2" })], rev: 3, more: false },
		{ id: "none", gone: true },
		{ id: a.id, reset: true, rev: 2 },
	]);
	expect(await world.carol.post("/api/changes", { rooms: [] })).toEqual({ rooms: [] });
	const many = (length: number) =>
		world.carol.call("POST", "/api/changes", { rooms: Array(length).fill({ id: "none", since: 0 }) });
	expect([(await many(50)).status, (await many(51)).status]).toEqual([200, 422]);
});
