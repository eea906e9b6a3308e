import * as z from "zod";
import { CUSTOM_EMOJI_NAME } from "../emoji.ts";
import { authorSchema } from "./user.ts";

/** What is written between the colons. */
export const emojiNameSchema = z.string().regex(CUSTOM_EMOJI_NAME);

export const customEmojiSchema = z.object({
	name: z.string(),
	url: z.string(),
	/** Where it moves: a picture that does not. */
	stillUrl: z.string().optional(),
	addedBy: authorSchema,
	at: z.iso.datetime(),
});
export type CustomEmoji = z.infer<typeof customEmojiSchema>;
