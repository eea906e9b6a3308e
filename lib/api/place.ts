import * as z from "zod";
import type { Place } from "../messages/history.ts";
import { limitQuery, numberQuery } from "./declare.ts";

/** Which piece of something long: of a room's history, or of a thread. */
export const placeQuery = z
	.strictObject({
		before: numberQuery.optional(),
		after: numberQuery.optional(),
		around: z.string().min(1).max(100).optional(),
		limit: limitQuery,
	})
	.refine(({ before, after, around }) => [before, after, around].filter((place) => place !== undefined).length <= 1, {
		message: "Only one of before, after and around.",
		path: ["around"],
	});

/** Digits alone are a number, anything else a message's id. */
export function placeOf({
	before,
	after,
	around,
}: {
	before?: number | undefined;
	after?: number | undefined;
	around?: string | undefined;
}): Place {
	if (before !== undefined) return { before };
	if (after !== undefined) return { after };
	if (around !== undefined) return { around: /^\d{1,15}$/.test(around) ? Number(around) : around };
	return "newest";
}
