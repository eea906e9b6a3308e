import * as z from "zod";
import { MAX_DRAFT_LENGTH } from "../limits.ts";
import { idSchema } from "./id.ts";

/** What one has begun to write in a room or a thread. */
export const draftSchema = z.object({
	roomId: idSchema,
	threadId: idSchema.nullable(),
	/** Empty: there is none any more. */
	text: z.string(),
	/** When it was written, by the server's clock. */
	at: z.iso.datetime(),
});
export type ServerDraft = z.infer<typeof draftSchema>;

export const draftInputSchema = z.strictObject({
	text: z.string().max(MAX_DRAFT_LENGTH),
	/** Milliseconds since it was written: the clocks of devices differ. */
	age: z.int().min(0).optional(),
});
