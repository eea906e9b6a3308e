import type { Filter } from "mongodb";
import { type MessageDoc, messages, SEARCH_INDEX, WITHOUT_TERMS } from "@/models/message";
import type { RoomDoc } from "@/models/room";
import { type Account, accounts } from "../auth/accounts.ts";
import { viewMessages } from "../messages/view-message.ts";
import { seeRooms } from "../rooms/access.ts";
import { escapeRegExp } from "../rooms/find-rooms.ts";
import { directMembers } from "../rooms/view-room.ts";
import { invalidField } from "../shared/errors.ts";
import { readCursor, writeCursor } from "../shared/paging.ts";
import type { SearchHit, SearchResults } from "../shared/schemas/search.ts";
import { highlightsIn, matchesPhrases } from "./highlights.ts";
import { ANY, byAuthor, byHas, namesOf } from "./message-terms.ts";
import { type Has, isEmpty, parseQuery, type SearchQuery } from "./parse-query.ts";
import { authorsNamed, roomsNamed, searchableRooms } from "./search-scope.ts";

export type SearchInput = {
	q: string;
	room?: string | undefined;
	from?: string | undefined;
	before?: string | undefined;
	after?: string | undefined;
	has?: Has | undefined;
	timeZone: string;
	cursor?: string | undefined;
	limit: number;
};

/** Rooms asked for at once: with more, MongoDB sorts what it finds instead of merging what is sorted in the index. */
const ROOMS_TOGETHER = 200;
/** Read from the index at once where words have to stand together, and at most for one page. */
const CHUNK = 200;
const MOST_READ = 4_000;

/**
 * Messages in the rooms that the person may read, newest first. Words that are typed in full come first; where they fill no page,
 * those that only begin like the last word stand between them.
 * @throws ParleyError `invalid-input` for nothing to look for, a wrong day, a wrong cursor
 */
export async function searchMessages(person: Account, input: SearchInput): Promise<SearchResults> {
	const started = performance.now();
	const query = queryOf(input);
	if (isEmpty(query)) throw invalidField("q", "empty", "Write what you look for.");
	const found = await find(person, query, input);
	const items = await view(person, query, found.docs);
	return { items, nextCursor: found.next, took: Math.round(performance.now() - started) };
}

function queryOf({ q, room, from, before, after, has, timeZone }: SearchInput): SearchQuery {
	const days = [before && `before:${before}`, after && `after:${after}`].filter(Boolean).join(" ");
	const query = parseQuery(days ? `${days} ${q}` : q, timeZone);
	if (room) query.in.push(room);
	if (from) query.from.push(from);
	if (has) query.has.push(has);
	return query;
}

type Found = { docs: MessageDoc[]; next: string | null };
const NOTHING: Found = { docs: [], next: null };

/** `whole`: the last word as it stands. `begun`: what only begins like it. `both`: either, where `whole` fills no page. */
type Mode = "whole" | "begun" | "both";
type Position = { at: Date; ids: string[] };

async function find(person: Account, query: SearchQuery, { cursor, limit }: SearchInput): Promise<Found> {
	const [readable, authors] = await Promise.all([searchableRooms(person), authorsNamed(person, query.from)]);
	const roomIds = query.in.length > 0 ? await roomsNamed(readable, query.in) : readable;
	if (roomIds.length === 0 || authors?.length === 0) return NOTHING;
	const search = (mode: Mode, position?: Position) => readPage(query, mode, { roomIds, authors, limit, position });

	const { mode, position } = readPlace(cursor);
	if (mode) {
		const page = await search(mode, position);
		if (page.next || mode !== "whole") return { docs: page.docs, next: writePlace(mode, page.next) };
		return { docs: page.docs, next: query.prefix ? writePlace("begun", { at: new Date(), ids: [] }) : null };
	}
	const whole = await search("whole");
	if (!query.prefix || whole.next) return { docs: whole.docs, next: writePlace("whole", whole.next) };
	const both = await search("both");
	return { docs: both.docs, next: writePlace("both", both.next) };
}

type Scope = {
	roomIds: string[];
	authors: string[] | undefined;
	limit: number;
	position: Position | undefined;
};

async function readPage(query: SearchQuery, mode: Mode, { roomIds, authors, limit, position }: Scope) {
	const filter = filterOf(query, mode, authors);
	const inPlace = query.phrases.length + query.notPhrases.length === 0;
	const chunk = inPlace ? limit + 1 : CHUNK;
	const hits: MessageDoc[] = [];
	let place = position;
	let last = position;
	for (let read = 0; read < MOST_READ; read += chunk) {
		const docs = await newest(roomIds, filter, place, chunk);
		for (const doc of docs) {
			if (!inPlace && !matchesPhrases(searchedText(doc), query)) {
				place = after(doc, place);
				continue;
			}
			if (hits.length === limit) return { docs: hits, next: last ?? null };
			hits.push(doc);
			place = after(doc, place);
			last = place;
		}
		if (docs.length < chunk) return { docs: hits, next: null };
	}
	return { docs: hits, next: place ?? null };
}

function searchedText({ text, files }: MessageDoc): string {
	return files ? `${text}\n${namesOf(files)}` : text;
}

/** Messages of the same millisecond have no order: those that were seen are named. */
function after({ at, _id }: MessageDoc, place: Position | undefined): Position {
	return place && place.at.getTime() === at.getTime() ? { at, ids: [...place.ids, _id] } : { at, ids: [_id] };
}

async function newest(
	roomIds: string[],
	filter: Filter<MessageDoc>,
	place: Position | undefined,
	limit: number,
): Promise<MessageDoc[]> {
	const batches: string[][] = [];
	for (let at = 0; at < roomIds.length; at += ROOMS_TOGETHER) batches.push(roomIds.slice(at, at + ROOMS_TOGETHER));
	const conditions: Filter<MessageDoc>[] = place
		? [filter, { at: { $lte: place.at } }, { _id: { $nin: place.ids } }]
		: [filter];
	const found = await Promise.all(
		batches.map((batch) =>
			messages()
				.find({ $and: [{ roomId: { $in: batch } }, ...conditions] }, WITHOUT_TERMS)
				.sort({ at: -1 })
				.hint(SEARCH_INDEX)
				.limit(limit)
				.toArray(),
		),
	);
	if (found.length === 1) return found.flat();
	return found
		.flat()
		.sort((a, b) => b.at.getTime() - a.at.getTime())
		.slice(0, limit);
}

function filterOf(query: SearchQuery, mode: Mode, authors: string[] | undefined): Filter<MessageDoc> {
	const { terms, prefix, phrases, notTerms, has, since, until } = query;
	const all = [...terms, ...phrases.flat(), ...has.map(byHas)];
	const conditions: Filter<MessageDoc>[] = [];
	if (prefix && mode === "whole") all.push(prefix);
	if (authors?.length === 1 && authors[0]) all.push(byAuthor(authors[0]));
	else if (authors) conditions.push({ authorId: { $in: authors } });
	if (prefix && mode !== "whole") conditions.push({ terms: { $regex: `^${escapeRegExp(prefix)}` } });
	if (prefix && mode === "begun") conditions.push({ terms: { $ne: prefix } });
	if (all.length > 0) conditions.push({ terms: { $all: [...new Set(all)] } });
	else if (!prefix || mode === "whole") conditions.push({ terms: ANY });
	if (notTerms.length > 0) conditions.push({ terms: { $nin: notTerms } });
	if (since) conditions.push({ at: { $gte: since } });
	if (until) conditions.push({ at: { $lt: until } });
	return { $and: conditions };
}

function readPlace(cursor: string | undefined): { mode?: Mode; position?: Position } {
	const [mode, at, ids] = readCursor(cursor, 3);
	if (!isMode(mode) || at === undefined || ids === undefined) return {};
	const date = new Date(at);
	if (Number.isNaN(date.getTime()))
		throw invalidField("cursor", "invalid-cursor", "This cursor is not one that a list gave.");
	return { mode, position: { at: date, ids: ids === "" ? [] : ids.split(" ") } };
}

function isMode(text: string | undefined): text is Mode {
	return text === "whole" || text === "begun" || text === "both";
}

function writePlace(mode: Mode, place: Position | null): string | null {
	return place && writeCursor([mode, place.at.toISOString(), place.ids.join(" ")]);
}

/** Rights are looked at once more at what is shown: a room may have been left while the index was read. */
async function view(person: Account, query: SearchQuery, docs: MessageDoc[]): Promise<SearchHit[]> {
	const rooms = await seeRooms(person, [...new Set(docs.map(({ roomId }) => roomId))]);
	const shown = docs.filter(({ roomId }) => rooms.has(roomId));
	const [views, names] = await Promise.all([viewMessages(shown), displayNames(person, [...rooms.values()])]);
	return views.flatMap((message): SearchHit[] => {
		const room = rooms.get(message.roomId);
		if (!room) return [];
		const { _id: id, kind, name = null } = room;
		const displayName = names.get(id) ?? name ?? "";
		return [{ message, room: { id, kind, name, displayName }, highlights: highlightsIn(message.text, query) }];
	});
}

/** Direct rooms are called by who else is in them. */
async function displayNames(person: Account, rooms: RoomDoc[]): Promise<Map<string, string>> {
	const direct = rooms.filter(({ kind }) => kind === "direct");
	const people = new Map((await accounts(direct.flatMap(directMembers))).map((each) => [each._id, each.name]));
	return new Map(
		direct.map((room) => {
			const others = directMembers(room).filter((id, _, all) => id !== person._id || all.length === 1);
			return [room._id, others.flatMap((id) => people.get(id) ?? []).join(", ")];
		}),
	);
}
