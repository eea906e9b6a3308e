import * as z from "zod";
import { idSchema } from "./id.ts";
import { messageSchema } from "./message.ts";

export const searchHitSchema = z.object({
	message: messageSchema,
	room: z.object({
		id: idSchema,
		kind: z.enum(["public", "private", "direct"]),
		name: z.string().nullable(),
		displayName: z.string(),
	}),
	/** [start, end] in UTF-16 units of the text. */
	highlights: z.array(z.tuple([z.int(), z.int()])),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchResultsSchema = z.object({
	items: z.array(searchHitSchema),
	nextCursor: z.string().nullable(),
	/** In ms. */
	took: z.int(),
});
export type SearchResults = z.infer<typeof searchResultsSchema>;
