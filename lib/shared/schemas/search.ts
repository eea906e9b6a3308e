import * as z from "zod";
import { haves } from "../search-words.ts";
import { idSchema } from "./id.ts";
import { messageSchema } from "./message.ts";

export const searchedRoomSchema = z.object({
	id: idSchema,
	kind: z.enum(["public", "private", "direct"]),
	name: z.string().nullable(),
	displayName: z.string(),
});
export type SearchedRoom = z.infer<typeof searchedRoomSchema>;

/** [start, end] in UTF-16 units. */
const rangesSchema = z.array(z.tuple([z.int(), z.int()]));

/** A preview of one of the message's links in which something was found. */
const foundPreviewSchema = z.object({ id: z.string(), title: rangesSchema, description: rangesSchema });
export type FoundPreview = z.infer<typeof foundPreviewSchema>;

export const searchHitSchema = z.object({
	message: messageSchema,
	room: searchedRoomSchema,
	/** Of the text. */
	highlights: rangesSchema,
	previews: z.array(foundPreviewSchema),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchResultsSchema = z.object({
	items: z.array(searchHitSchema),
	nextCursor: z.string().nullable(),
	/** In ms. */
	took: z.int(),
});
export type SearchResults = z.infer<typeof searchResultsSchema>;

/** How many there are, of the newest thousand: further ones are not counted. */
export const searchCountsSchema = z.object({
	total: z.int(),
	/** Whether these are all. */
	isAll: z.boolean(),
	/** Where they stand if no room is named, most first. */
	rooms: z.array(z.object({ room: searchedRoomSchema, count: z.int() })),
	everywhere: z.int(),
	has: z.record(z.enum(haves), z.int()),
});
export type SearchCounts = z.infer<typeof searchCountsSchema>;
