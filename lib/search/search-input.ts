import type { Account } from "../auth/accounts.ts";
import { invalidField } from "../shared/errors.ts";
import type { Has } from "../shared/search-words.ts";
import { isEmpty, parseQuery, type SearchQuery } from "./parse-query.ts";
import { authorsNamed, roomsNamed, searchableRooms } from "./search-scope.ts";

/** What is looked for: a line as it is typed, and filters that may stand beside it. */
export type SearchInput = {
	q: string;
	room?: string | undefined;
	from?: string | undefined;
	before?: string | undefined;
	after?: string | undefined;
	has?: Has | undefined;
	timeZone: string;
};

/** @throws ParleyError `invalid-input` for nothing to look for, a wrong day, an unknown `has:` */
export function readInput({ q, room, from, before, after, has, timeZone }: SearchInput): SearchQuery {
	const days = [before && `before:${before}`, after && `after:${after}`].filter(Boolean).join(" ");
	const query = parseQuery(days ? `${days} ${q}` : q, timeZone);
	if (room) query.in.push(room);
	if (from) query.from.push(from);
	if (has) query.has.push(has);
	if (isEmpty(query)) throw invalidField("q", "empty", "Write what you look for.");
	return query;
}

export type Scope = {
	roomIds: string[];
	/** Undefined: whoever wrote it. */
	authors: string[] | undefined;
};

/** Where and of whom; undefined when that is nowhere or nobody. */
export async function scopeOf(person: Account, query: Pick<SearchQuery, "from" | "in">): Promise<Scope | undefined> {
	const [readable, authors] = await Promise.all([searchableRooms(person), authorsNamed(person, query.from)]);
	const roomIds = query.in.length > 0 ? await roomsNamed(readable, query.in) : readable;
	return roomIds.length === 0 || authors?.length === 0 ? undefined : { roomIds, authors };
}
