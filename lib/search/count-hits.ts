import type { Filter } from "mongodb";
import type { MessageDoc } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { seeRooms } from "../rooms/access.ts";
import type { SearchCounts } from "../shared/schemas/search.ts";
import { type Has, haves } from "../shared/search-words.ts";
import { matchesPhrases } from "./highlights.ts";
import { filtersOf, newest } from "./hits.ts";
import { byHas, searchedText } from "./message-terms.ts";
import type { SearchQuery } from "./parse-query.ts";
import { nameRooms } from "./room-names.ts";
import { readInput, type SearchInput, scopeOf } from "./search-input.ts";

/** A common word stands in half of all messages: further ones change nothing of what somebody does next. */
const MOST_COUNTED = 1_000;
const MOST_ROOMS = 12;
/** The page of the words that are typed in full, after which the search goes on with those that only begin so. */
const FULL_PAGE = 50;

/**
 * How many messages a search finds, in which rooms, and what they have: what one can narrow it down by.
 * @throws ParleyError as `searchMessages`
 */
export async function countHits(person: Account, input: SearchInput): Promise<SearchCounts> {
	const query = readInput(input);
	const [here, anywhere] = await Promise.all([
		countIn(person, query),
		query.in.length > 0 ? countIn(person, { ...query, in: [] }) : undefined,
	]);
	const { byRoom, total: everywhere } = anywhere ?? here;
	const ids = [...byRoom.keys()].sort((a, b) => (byRoom.get(b) ?? 0) - (byRoom.get(a) ?? 0)).slice(0, MOST_ROOMS);
	const names = await nameRooms(person, [...(await seeRooms(person, ids)).values()]);
	const rooms = ids.flatMap((id) => {
		const room = names.get(id);
		return room ? [{ room, count: byRoom.get(id) ?? 0 }] : [];
	});
	return { total: here.total, isAll: here.isAll, everywhere, rooms, has: here.has };
}

type Counted = { total: number; isAll: boolean; byRoom: Map<string, number>; has: Record<Has, number> };

async function countIn(person: Account, query: SearchQuery): Promise<Counted> {
	const scope = await scopeOf(person, query);
	const filterOf = scope && (await filtersOf(query, scope));
	const whole = scope && filterOf ? await hits(query, scope.roomIds, filterOf("whole")) : [];
	const isBegun = scope && filterOf && query.prefix !== undefined && whole.length <= FULL_PAGE;
	const found = isBegun ? await hits(query, scope.roomIds, filterOf("both")) : whole;
	const counted = found.slice(0, MOST_COUNTED);
	const byRoom = new Map<string, number>();
	for (const { roomId } of counted) byRoom.set(roomId, (byRoom.get(roomId) ?? 0) + 1);
	const of = (name: Has) => counted.filter(({ terms }) => terms.includes(byHas(name))).length;
	const has = { file: 0, image: 0, link: 0, code: 0, thread: 0, reaction: 0 };
	for (const name of haves) has[name] = of(name);
	// Those that only begin like the last word come after a full page of others, and are not counted with them.
	const isAll = found.length <= MOST_COUNTED && (query.prefix === undefined || isBegun === true);
	return { total: counted.length, isAll, byRoom, has };
}

type Hit = Pick<MessageDoc, "at" | "roomId" | "text" | "files" | "previews"> & { terms: string[] };

async function hits(query: SearchQuery, roomIds: string[], filter: Filter<MessageDoc>): Promise<Hit[]> {
	const hasPhrases = query.phrases.length + query.notPhrases.length > 0;
	const found = await newest<Hit>(roomIds, {
		filter,
		limit: MOST_COUNTED + 1,
		projection: {
			at: 1,
			roomId: 1,
			...(hasPhrases && { text: 1, files: 1, previews: 1 }),
			terms: { $filter: { input: "$terms", cond: { $in: ["$$this", haves.map(byHas)] } } },
		},
	});
	return hasPhrases ? found.filter((hit) => matchesPhrases(searchedText(hit), query)) : found;
}
