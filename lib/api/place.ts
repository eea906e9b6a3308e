import * as z from "zod";
import type { Place } from "../messages/history.ts";
import type { ThreadPlace } from "../threads/read-thread.ts";
import { limitQuery, numberQuery } from "./declare.ts";

const places = {
	before: numberQuery.optional(),
	after: numberQuery.optional(),
	around: z.string().min(1).max(100).optional(),
	limit: limitQuery,
};

/** Which piece of a thread. */
export const placeQuery = z.strictObject(places).refine(isOne, {
	message: "Only one of before, after and around.",
	path: ["around"],
});

/** Which piece of a room's history. */
export const historyQuery = z
	.strictObject({
		...places,
		/** A moment: around the first message since then. */
		at: z.iso.datetime({ offset: true }).optional(),
	})
	.refine(isOne, { message: "Only one of before, after, around and at.", path: ["around"] });

function isOne({ limit: _, ...named }: object & { limit: unknown }): boolean {
	return Object.values(named).filter((place) => place !== undefined).length <= 1;
}

/** Digits alone are a number, anything else a message's id. */
export function placeOf({ before, after, around }: z.infer<typeof placeQuery>): ThreadPlace {
	if (before !== undefined) return { before };
	if (after !== undefined) return { after };
	if (around !== undefined) return { around: /^\d{1,15}$/.test(around) ? Number(around) : around };
	return "newest";
}

export function historyPlaceOf({ at, ...query }: z.infer<typeof historyQuery>): Place {
	return at === undefined ? placeOf(query) : { at: new Date(at) };
}
