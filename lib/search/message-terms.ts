import type { MessageDoc } from "@/models/message";
import type { Has } from "./parse-query.ts";
import { termsOf } from "./terms.ts";

/**
 * Besides its words a message is found by who wrote it, by what it has, and by being one: so every search goes through one index,
 * newest first. No word begins with `=`.
 */
export const ANY = "=";
export const byAuthor = (userId: string) => `=by:${userId}`;
export const byHas = (has: Has) => `=has:${has}`;

const LINK = /https?:\/\/\S/iu;

export function termsOfMessage({ text, authorId }: Pick<MessageDoc, "text" | "authorId">): string[] {
	return [ANY, byAuthor(authorId), ...(LINK.test(text) ? [byHas("link")] : []), ...termsOf(text)];
}
