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

type Written = Pick<MessageDoc, "text" | "authorId" | "reactions" | "files">;

export function termsOfMessage({ text, authorId, reactions = {}, files = [] }: Written): string[] {
	const has: Has[] = [];
	if (LINK.test(text)) has.push("link");
	if (files.length > 0) has.push("file");
	if (files.some(({ thumbnail }) => thumbnail)) has.push("image");
	if (Object.values(reactions).some((people) => people.length > 0)) has.push("reaction");
	return [ANY, byAuthor(authorId), ...has.map(byHas), ...new Set([...termsOf(namesOf(files)), ...termsOf(text)])];
}

/** The names of its files, one below the other: a phrase does not go on from one to the next. */
export function namesOf(files: MessageDoc["files"] = []): string {
	return files.map(({ name }) => name).join("\n");
}
