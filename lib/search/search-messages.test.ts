import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { messages, SEARCH_INDEX } from "@/models/message";
import { serverFacts } from "@/models/server-fact";
import { type Person, startWorld, type World } from "../../test/world.ts";
import type { Message } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { SearchCounts, SearchResults } from "../shared/schemas/search.ts";
import { filtersOf, type Mode } from "./hits.ts";
import { indexMessages } from "./index-messages.ts";
import { parseQuery } from "./parse-query.ts";

let world: World;
let gauges: RoomView;
let secret: RoomView;
beforeAll(async () => {
	world = await startWorld();
	gauges = await world.alice.post<RoomView>("/api/rooms", {
		kind: "public",
		name: "tide-gauges",
		members: [world.bob.id],
	});
	secret = await world.alice.post<RoomView>("/api/rooms", { kind: "private", name: "funding", members: [] });
});
afterAll(() => world.stop());
beforeEach(() => messages().deleteMany({ kind: "text" }));

const say = (who: Person, room: { id: string }, text: string) =>
	who.post<Message>(`/api/rooms/${room.id}/messages`, { text });
const search = (who: Person, q: string, more: Record<string, string> = {}) =>
	who.get<SearchResults>(`/api/search?${new URLSearchParams({ q, ...more })}`);
const texts = async (who: Person, q: string, more: Record<string, string> = {}) =>
	(await search(who, q, more)).items.map(({ message }) => message.text);
const refused = async (who: Person, query: Record<string, string>) => {
	const { status, body } = await who.call<{ error: { code: string } }>(
		"GET",
		`/api/search?${new URLSearchParams(query)}`,
	);
	return [status, body.error?.code];
};

test("words are found folded, in all rooms, newest first, with where they stand", async () => {
	await say(world.alice, gauges, "The Élan is back at the quay");
	await say(world.alice, secret, "The elan costs too much");
	const { items, nextCursor } = await search(world.alice, "ELAN ");
	expect(items.map(({ message, room }) => [room.name, message.text])).toEqual([
		["funding", "The elan costs too much"],
		["tide-gauges", "The Élan is back at the quay"],
	]);
	expect(items[1]?.highlights).toEqual([[4, 8]]);
	expect(nextCursor).toBeNull();
});

test("all words must be there, the last one may only begin so, and what is not wanted is left out", async () => {
	for (const text of ["low water at six", "low tide at six", "high water at noon", "low watermark"]) {
		await say(world.alice, gauges, text);
	}
	expect(await texts(world.alice, "low water")).toEqual(["low watermark", "low water at six"]);
	expect(await texts(world.alice, "low water ")).toEqual(["low water at six"]);
	expect(await texts(world.alice, "six -tide ")).toEqual(["low water at six"]);
	expect(await texts(world.alice, "low mountain")).toEqual([]);
});

test("a phrase is found where its words stand together", async () => {
	await say(world.alice, gauges, "spring tide, low water");
	await say(world.alice, gauges, "low tide in spring, water is cold");
	expect(await texts(world.alice, '"low water"')).toEqual(["spring tide, low water"]);
	expect(await texts(world.alice, 'water -"low water"')).toEqual(["low tide in spring, water is cold"]);
	expect(await texts(world.alice, '"water low"')).toEqual([]);
});

test("Chinese, Japanese and Korean are found, of one character too", async () => {
	await say(world.alice, gauges, "東京都の潮位は高い");
	await say(world.alice, gauges, "京都は晴れ");
	await say(world.alice, gauges, "수위계가 고장났다");
	expect(await texts(world.alice, "東京")).toEqual(["東京都の潮位は高い"]);
	expect(await texts(world.alice, "京都")).toEqual(["京都は晴れ", "東京都の潮位は高い"]);
	expect(await texts(world.alice, "東京都の潮位")).toEqual(["東京都の潮位は高い"]);
	expect(await texts(world.alice, "潮")).toEqual(["東京都の潮位は高い"]);
	expect(await texts(world.alice, "수위")).toEqual(["수위계가 고장났다"]);
});

test("people, rooms, days and links narrow it down, alone or together, in the text or beside it", async () => {
	await say(world.alice, gauges, "see https://tides.example/north");
	await say(world.bob, gauges, "the mast is straight");
	await say(world.alice, secret, "the mast costs");
	expect(await texts(world.alice, "from:@bob")).toEqual(["the mast is straight"]);
	expect(await texts(world.bob, "from:me")).toEqual(["the mast is straight"]);
	expect(await texts(world.alice, "mast in:#funding ")).toEqual(["the mast costs"]);
	expect(await texts(world.alice, "mast", { room: "tide-gauges", from: world.bob.id })).toEqual([
		"the mast is straight",
	]);
	expect(await texts(world.alice, "has:link")).toEqual(["see https://tides.example/north"]);
	expect(await texts(world.alice, "mast from:nobody ")).toEqual([]);
	const today = new Date().toISOString().slice(0, 10);
	expect(await texts(world.alice, `on:${today} in:tide-gauges`)).toEqual([
		"the mast is straight",
		"see https://tides.example/north",
	]);
	expect(await texts(world.alice, `mast before:${today}`)).toEqual([]);
	expect(await texts(world.alice, "mast ", { after: today })).toEqual([]);
});

test("a rare word beside a common one reads few messages, in whatever order and however far it is typed", async () => {
	for (let number = 0; number < 120; number++) await say(world.alice, gauges, `water reading ${number}`);
	await say(world.alice, gauges, "kestrel over the water");
	const examined = async (q: string, mode: Mode) => {
		const filterOf = await filtersOf(parseQuery(q, "UTC"), { roomIds: [gauges.id], authors: undefined });
		const found = messages().find({ $and: [{ roomId: gauges.id }, filterOf(mode)] });
		const { executionStats } = await found.sort({ at: -1 }).hint(SEARCH_INDEX).explain("executionStats");
		return [q, executionStats.nReturned, executionStats.totalDocsExamined];
	};
	expect(await examined("water kestrel ", "whole")).toEqual(["water kestrel ", 1, 1]);
	expect(await examined("kestrel water ", "whole")).toEqual(["kestrel water ", 1, 1]);
	expect(await examined("water kest", "both")).toEqual(["water kest", 1, 1]);
	expect(await examined("kestrel wat", "both")).toEqual(["kestrel wat", 1, 1]);
});

test("what a message has is a filter: links, code, reactions, threads", async () => {
	await say(world.alice, gauges, "see https://tides.example/north");
	await say(world.alice, gauges, "run `wake.ts` again");
	const talked = await say(world.bob, gauges, "who has the spare mast?");
	await world.alice.post(`/api/rooms/${gauges.id}/messages`, { text: "I have", threadId: talked.id });
	await world.alice.call("PUT", `/api/messages/${talked.id}/reactions/${encodeURIComponent("👍")}`);
	expect(await texts(world.bob, "has:link")).toEqual(["see https://tides.example/north"]);
	expect(await texts(world.bob, "has:code")).toEqual(["run `wake.ts` again"]);
	expect(await texts(world.bob, "has:thread has:reaction")).toEqual(["who has the spare mast?"]);
	expect(await texts(world.bob, "has:file")).toEqual([]);
	expect(await texts(world.bob, "I have ")).toEqual(["I have"]);
});

describe("counts", () => {
	const counts = (who: Person, q: string) => who.get<SearchCounts>(`/api/search/counts?${new URLSearchParams({ q })}`);

	test("tell how many there are, where, and what they have, as if no room were named", async () => {
		await say(world.alice, gauges, "mast one");
		await say(world.alice, gauges, "mast two, see https://masts.example");
		await say(world.alice, secret, "mast three costs `12`");
		const of = async (who: Person, q: string) => {
			const { total, isAll, everywhere, rooms, has } = await counts(who, q);
			return { total, isAll, everywhere, rooms: rooms.map(({ room, count }) => [room.displayName, count]), has };
		};
		const none = { file: 0, image: 0, link: 0, code: 0, thread: 0, reaction: 0 };
		expect(await of(world.alice, "mast ")).toEqual({
			total: 3,
			isAll: true,
			everywhere: 3,
			rooms: [
				["tide-gauges", 2],
				["funding", 1],
			],
			has: { ...none, link: 1, code: 1 },
		});
		expect(await of(world.alice, "in:funding has:code mas")).toMatchObject({
			total: 1,
			everywhere: 1,
			rooms: [["funding", 1]],
		});
		expect(await of(world.alice, 'in:funding "mast three"')).toMatchObject({ total: 1, everywhere: 1 });
		expect(await of(world.alice, "in:funding mast")).toMatchObject({ total: 1, everywhere: 3 });
		expect(await of(world.bob, "mast")).toMatchObject({ total: 2, rooms: [["tide-gauges", 2]] });
		expect(await of(world.bob, "mast in:funding ")).toMatchObject({ total: 0, everywhere: 2 });
		expect(await of(world.bob, "nothing-of-it")).toMatchObject({ total: 0, isAll: true, rooms: [] });
	});

	test("go no further than a thousand, and say so", async () => {
		const { id } = await say(world.alice, gauges, "mast");
		const [one] = await messages().find({ _id: id }).toArray();
		if (!one) throw new Error("It was just written.");
		const { seq: _, ...rest } = one;
		await messages().insertMany(Array.from({ length: 1_010 }, (_, n) => ({ ...rest, _id: `mast-${n}` })));
		expect(await counts(world.alice, "mast ")).toMatchObject({ total: 1_000, isAll: false });
	});

	test("refuse what the search refuses", async () => {
		expect((await world.alice.call("GET", "/api/search/counts?q=")).status).toBe(422);
		expect((await world.call("GET", "/api/search/counts?q=tide")).status).toBe(401);
	});
});

describe("rights", () => {
	test("a word that stands only in a room that is not mine gives nothing, by any way of asking", async () => {
		await say(world.alice, secret, "The merger is planned");
		expect(await texts(world.alice, "merger")).toHaveLength(1);
		for (const q of ["merger", "mer", '"merger is"', "merger in:funding ", "from:alice merger ", "has:link merger"]) {
			expect([q, await texts(world.bob, q)]).toEqual([q, []]);
		}
		expect(await texts(world.bob, "merger", { room: secret.id })).toEqual([]);
	});

	test("a public room that I am not in is searched, until it is private", async () => {
		await say(world.alice, gauges, "open as the sea");
		expect(await texts(world.carol, "open sea")).toEqual(["open as the sea"]);
		await world.alice.call("PATCH", `/api/rooms/${gauges.id}`, { kind: "private" });
		expect(await texts(world.carol, "open sea")).toEqual([]);
		expect(await texts(world.bob, "open sea")).toEqual(["open as the sea"]);
		await world.alice.call("PATCH", `/api/rooms/${gauges.id}`, { kind: "public" });
	});

	test("who was taken out of a room no longer finds what is in it", async () => {
		const room = await world.alice.post<RoomView>("/api/rooms", {
			kind: "private",
			name: "crew",
			members: [world.bob.id],
		});
		await say(world.alice, room, "crew only: anchor");
		expect(await texts(world.bob, "anchor")).toHaveLength(1);
		await world.alice.call("DELETE", `/api/rooms/${room.id}/members/${world.bob.id}`);
		expect(await texts(world.bob, "anchor")).toEqual([]);
	});
});

test("an edit is found by its new words alone, and what is deleted by none", async () => {
	const message = await say(world.alice, gauges, "battery has 3.61 V");
	await world.alice.call("PATCH", `/api/messages/${message.id}`, { text: "accumulator has 3.61 V" });
	expect(await texts(world.alice, "battery ")).toEqual([]);
	expect(await texts(world.alice, "accumulator 3.61 ")).toEqual(["accumulator has 3.61 V"]);
	await world.alice.call("DELETE", `/api/messages/${message.id}`);
	expect(await texts(world.alice, "accumulator ")).toEqual([]);
	expect(await texts(world.alice, "from:me")).toEqual([]);
});

test("pages follow each other without a hole or a double, many in one millisecond too", async () => {
	const sent: string[] = [];
	for (let number = 0; number < 23; number++) sent.push((await say(world.alice, gauges, `reading ${number} taken`)).id);
	for (let number = 0; number < 7; number++) sent.push((await say(world.alice, gauges, `readings ${number} taken`)).id);
	await messages().updateMany({ _id: { $in: sent.slice(0, 12) } }, { $set: { at: new Date("2026-11-01T10:00:00Z") } });
	for (const q of ["reading", "reading taken ", '"taken"', "from:me"]) {
		const found: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const page: SearchResults = await search(world.alice, q, { limit: "4", ...(cursor && { cursor }) });
			found.push(...page.items.map(({ message }) => message.id));
			cursor = page.nextCursor;
		}
		const wanted = q === "reading taken " ? sent.slice(0, 23) : sent;
		expect([q, [...found].sort()]).toEqual([q, [...wanted].sort()]);
	}
});

test("nothing to look for, a wrong day, an unknown kind, another's cursor, operators: refused with a reason", async () => {
	const queries: Record<string, string>[] = [
		{ q: "" },
		{ q: "…" },
		{ q: "-tide" },
		{ q: "on:2026-02-30" },
		{ q: "has:cake" },
		{ q: "tide", cursor: "AAAA" },
		{ q: "tide", timeZone: "Mars/Olympus" },
		{ q: "tide", "terms[$ne]": "x" },
		{ q: "x".repeat(501) },
	];
	for (const query of queries) {
		expect([query, await refused(world.alice, query)]).toEqual([query, [422, "invalid-input"]]);
	}
	expect((await world.call("GET", "/api/search?q=tide")).status).toBe(401);
});

test("letters that mean something in a pattern or a filter are only letters", async () => {
	await say(world.alice, gauges, "plain words");
	for (const q of [".*", "^pl", "$where", "(a+)+$", "\\", "{$gt:1}", "[a-z", "%00", "=", "=by:x", "@all"]) {
		const { status } = await world.alice.call("GET", `/api/search?${new URLSearchParams({ q })}`);
		expect([q, status === 200 || status === 422]).toEqual([q, true]);
		if (status === 200) expect([q, await texts(world.alice, q)]).toEqual([q, []]);
	}
});

test("the index of old messages goes on where a crash ended it", async () => {
	const first = await say(world.alice, gauges, "old before the crash");
	await say(world.alice, gauges, "old after the crash");
	await messages().updateMany({}, { $unset: { terms: true } });
	const reached = { $set: { after: first.id, done: false } };
	await serverFacts().updateOne({ _id: "search-index" }, reached, { upsert: true });
	expect(await indexMessages()).toBe(1);
	expect(await texts(world.alice, "old crash ")).toEqual(["old after the crash"]);
	expect(await serverFacts().findOne({ _id: "search-index" })).toMatchObject({ done: true });
});

test("messages from before there was a search are indexed by and by, each once, and not what was deleted", async () => {
	await say(world.alice, gauges, "old and found");
	const deleted = await say(world.alice, gauges, "old and deleted");
	await messages().updateMany({}, { $unset: { terms: true } });
	await messages().updateOne({ _id: deleted.id }, { $set: { deletedAt: new Date() } });
	await serverFacts().deleteOne({ _id: "search-index" });
	expect(await texts(world.alice, "old ")).toEqual([]);
	expect(await indexMessages()).toBe(1);
	expect(await texts(world.alice, "old ")).toEqual(["old and found"]);
	expect(await indexMessages()).toBe(0);
});
