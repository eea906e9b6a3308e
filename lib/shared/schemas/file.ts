import * as z from "zod";
import { idSchema } from "./id.ts";
import { authorSchema } from "./user.ts";

export const fileSchema = z.object({
	id: idSchema,
	name: z.string(),
	/** Bytes. */
	size: z.int(),
	/** By what is in it, not by its name. */
	type: z.string(),
	/** Pixels, as it is looked at. */
	width: z.int().optional(),
	height: z.int().optional(),
	/** More than one picture: it moves. */
	animated: z.boolean().optional(),
	/** Seconds. */
	duration: z.number().optional(),
	url: z.string(),
	thumbnailUrl: z.string().optional(),
});
export type File = z.infer<typeof fileSchema>;

/** Images and videos, or everything else. */
export const fileKinds = ["media", "other"] as const;
export type FileKind = (typeof fileKinds)[number];

/** One of the files of a room. */
export const sentFileSchema = fileSchema.extend({ messageId: idSchema, author: authorSchema, at: z.iso.datetime() });
export type SentFile = z.infer<typeof sentFileSchema>;
