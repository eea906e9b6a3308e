import type { Filter } from "mongodb";
import { type MessageDoc, WITHOUT_TERMS } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { viewMessages } from "../messages/view-message.ts";
import { seeFewRooms } from "../rooms/access.ts";
import { invalidField } from "../shared/errors.ts";
import { readCursor, writeCursor } from "../shared/paging.ts";
import type { Preview } from "../shared/schemas/message.ts";
import type { FoundPreview, SearchHit, SearchResults } from "../shared/schemas/search.ts";
import { highlightsIn, matchesPhrases } from "./highlights.ts";
import { filtersOf, type Mode, newest, type Position } from "./hits.ts";
import { searchedText } from "./message-terms.ts";
import type { SearchQuery } from "./parse-query.ts";
import { nameRooms } from "./room-names.ts";
import { readInput, type SearchInput, scopeOf } from "./search-input.ts";

type Paged = { cursor?: string | undefined; limit: number };

/** Read from the index at once where words have to stand together, and at most for one page. */
const CHUNK = 200;
const MOST_READ = 4_000;

/**
 * Messages in the rooms that the person may read, newest first. Words that are typed in full come first; where they fill no page,
 * those that only begin like the last word stand between them.
 * @throws ParleyError `invalid-input` for nothing to look for, a wrong day, a wrong cursor
 */
export async function searchMessages(person: Account, input: SearchInput & Paged): Promise<SearchResults> {
	const started = performance.now();
	const query = readInput(input);
	const found = await find(person, query, input);
	const items = await view(person, query, found.docs);
	return { items, nextCursor: found.next, took: Math.round(performance.now() - started) };
}

type Found = { docs: MessageDoc[]; next: string | null };
const NOTHING: Found = { docs: [], next: null };

async function find(person: Account, query: SearchQuery, { cursor, limit }: Paged): Promise<Found> {
	const scope = await scopeOf(person, query);
	if (!scope) return NOTHING;
	const filterOf = await filtersOf(query, scope);
	const search = (mode: Mode, position?: Position) =>
		readPage(query, { roomIds: scope.roomIds, filter: filterOf(mode), limit, position });

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

type Piece = { roomIds: string[]; filter: Filter<MessageDoc>; limit: number; position: Position | undefined };

async function readPage(query: SearchQuery, { roomIds, filter, limit, position }: Piece) {
	const inPlace = query.phrases.length + query.notPhrases.length === 0;
	const chunk = inPlace ? limit + 1 : CHUNK;
	const hits: MessageDoc[] = [];
	let place = position;
	let last = position;
	for (let read = 0; read < MOST_READ; read += chunk) {
		const docs = await newest<MessageDoc>(roomIds, { filter, place, limit: chunk, ...WITHOUT_TERMS });
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

/** Messages of the same millisecond have no order: those that were seen are named. */
function after({ at, _id }: MessageDoc, place: Position | undefined): Position {
	return place && place.at.getTime() === at.getTime() ? { at, ids: [...place.ids, _id] } : { at, ids: [_id] };
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
	const rooms = await seeFewRooms(person, [...new Set(docs.map(({ roomId }) => roomId))]);
	const shown = docs.filter(({ roomId }) => rooms.has(roomId));
	const [views, names] = await Promise.all([viewMessages(shown), nameRooms(person, [...rooms.values()])]);
	return views.flatMap((message): SearchHit[] => {
		const room = names.get(message.roomId);
		const highlights = highlightsIn(message.text, query);
		return room ? [{ message, room, highlights, previews: foundPreviews(message.previews, query) }] : [];
	});
}

/** Those of its links' previews in which something was found, and where. */
function foundPreviews(previews: Preview[], query: SearchQuery): FoundPreview[] {
	return previews
		.map(({ id, title, description = "" }) => {
			return { id, title: highlightsIn(title, query), description: highlightsIn(description, query) };
		})
		.filter(({ title, description }) => title.length + description.length > 0);
}
