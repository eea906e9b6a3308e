import * as z from "zod";
import { MAX_DRAFT_LENGTH, MAX_FILES } from "../limits.ts";
import { fileSchema } from "./file.ts";
import { idSchema } from "./id.ts";
import { quoteSchema } from "./message.ts";

/** What one has begun to write in a room or a thread. Without text, quote and files there is none any more. */
export const draftSchema = z.object({
	roomId: idSchema,
	threadId: idSchema.nullable(),
	text: z.string(),
	/** Of a message that one may read now. */
	quote: quoteSchema.nullable(),
	files: z.array(fileSchema),
	/** When it was written, by the server's clock. */
	at: z.iso.datetime(),
});
export type ServerDraft = z.infer<typeof draftSchema>;

export const draftInputSchema = z.strictObject({
	text: z.string().max(MAX_DRAFT_LENGTH),
	/** The message that it is going to quote. */
	quoteOf: idSchema.optional(),
	/** What was uploaded for it. */
	fileIds: z.array(idSchema).max(MAX_FILES).optional(),
	/** Milliseconds since it was written: the clocks of devices differ. */
	age: z.int().min(0).optional(),
});
export type DraftInput = z.infer<typeof draftInputSchema>;
