import type { Document, Filter } from "mongodb";
import { type MessageDoc, messages, SEARCH_INDEX } from "@/models/message";
import { escapeRegExp } from "../rooms/find-rooms.ts";
import { ANY, byAuthor, byHas } from "./message-terms.ts";
import type { SearchQuery } from "./parse-query.ts";
import type { Scope } from "./search-input.ts";

/** Rooms asked for at once: with more, MongoDB sorts what it finds instead of merging what is sorted in the index. */
const ROOMS_TOGETHER = 200;
/** `whole`: the last word as it stands. `begun`: what only begins like it. `both`: either, where `whole` fills no page. */
export type Mode = "whole" | "begun" | "both";
export type Position = { at: Date; ids: string[] };

type Wanted = { filter: Filter<MessageDoc>; place?: Position | undefined; limit: number; projection: Document };

/** The newest that fit, after a place if one is given; of each no more than the projection. */
export async function newest<Fields extends { at: Date }>(
	roomIds: string[],
	{ filter, place, limit, projection }: Wanted,
): Promise<Fields[]> {
	const batches: string[][] = [];
	for (let at = 0; at < roomIds.length; at += ROOMS_TOGETHER) batches.push(roomIds.slice(at, at + ROOMS_TOGETHER));
	const conditions: Filter<MessageDoc>[] = place
		? [filter, { at: { $lte: place.at } }, { _id: { $nin: place.ids } }]
		: [filter];
	const found = await Promise.all(
		batches.map((batch) =>
			messages()
				.find<Fields>({ $and: [{ roomId: { $in: batch } }, ...conditions] }, { projection })
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

type Condition = Filter<MessageDoc>;

/**
 * What a message must be, for each mode. The index is entered by the first condition on terms, so the rarest comes first: with a common
 * word before a rare one, all messages with the common one would be read (29,000 instead of 20, in 50 of W4's rooms).
 */
export async function filtersOf(query: SearchQuery, { roomIds, authors }: Scope): Promise<(mode: Mode) => Condition> {
	const { terms, prefix, phrases, notTerms, has, since, until } = query;
	const all = new Set([...terms, ...phrases.flat(), ...has.map(byHas)]);
	if (authors?.length === 1 && authors[0]) all.add(byAuthor(authors[0]));
	// Of conditions that are all too common to be counted, the author is the rarest: there are more people than words as common.
	const wanted: Condition[] = [...all].toSorted((a, b) => isAuthor(b) - isAuthor(a)).map((term) => ({ terms: term }));
	const whole: Condition[] = prefix ? [{ terms: prefix }] : [];
	const pattern = prefix && { $regex: `^${escapeRegExp(prefix)}` };
	const begun: Condition[] = pattern ? [{ terms: pattern }] : [];
	// A single condition is the first one anyhow.
	const countOf = await counts(roomIds, wanted.length === 0 ? [] : [...wanted, ...whole, ...begun]);
	const rarestFirst = (conditions: Condition[]) => conditions.toSorted((a, b) => countOf(a) - countOf(b));

	const rest: Condition[] = [];
	if (authors && authors.length > 1) rest.push({ authorId: { $in: authors } });
	if (notTerms.length > 0) rest.push({ terms: { $nin: notTerms } });
	if (since) rest.push({ at: { $gte: since } });
	if (until) rest.push({ at: { $lt: until } });

	return (mode) => {
		const entries = rarestFirst([...wanted, ...(mode === "whole" ? whole : begun)]);
		// MongoDB puts whole terms before patterns, whatever order they come in; it leaves this form in its place.
		if (pattern && entries.length > 1 && entries[0] === begun[0]) entries[0] = { terms: { $elemMatch: pattern } };
		const isOnlyBegun: Condition[] = prefix && mode === "begun" ? [{ terms: { $ne: prefix } }] : [];
		return { $and: [...(entries.length > 0 ? entries : [{ terms: ANY }]), ...isOnlyBegun, ...rest] };
	};
}

function isAuthor(term: string): number {
	return Number(term.startsWith(byAuthor("")));
}

/** Of so many rooms, and so many messages in them: what is rare is known from a few. */
const SAMPLED_ROOMS = 50;
const MOST_SAMPLED = 100;

async function counts(roomIds: string[], conditions: Condition[]): Promise<(condition: Condition) => number> {
	if (conditions.length < 2) return () => 0;
	const every = Math.ceil(roomIds.length / SAMPLED_ROOMS);
	const sample = roomIds.filter((_, index) => index % every === 0);
	const counted = await Promise.all(
		conditions.map(async (condition): Promise<[Condition, number]> => {
			const within = { $and: [{ roomId: { $in: sample } }, condition] };
			return [condition, await messages().countDocuments(within, { hint: SEARCH_INDEX, limit: MOST_SAMPLED })];
		}),
	);
	const byCondition = new Map(counted);
	return (condition) => byCondition.get(condition) ?? MOST_SAMPLED;
}
