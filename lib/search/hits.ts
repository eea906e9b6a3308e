import type { Document, Filter } from "mongodb";
import { type MessageDoc, messages, SEARCH_INDEX } from "@/models/message";
import { escapeRegExp } from "../rooms/find-rooms.ts";
import { ANY, byAuthor, byHas } from "./message-terms.ts";
import type { SearchQuery } from "./parse-query.ts";

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

export function filterOf(query: SearchQuery, mode: Mode, authors: string[] | undefined): Filter<MessageDoc> {
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
