import type { MessageDoc } from "@/models/message";
import { type Has, haves } from "../shared/search-words.ts";
import { termsOf } from "./terms.ts";

/**
 * Besides its words a message is found by who wrote it, by what it has, and by being one: so every search goes through one index,
 * newest first. No word begins with `=`.
 */
export const ANY = "=";
export const byAuthor = (userId: string) => `=by:${userId}`;
export const byHas = (has: Has) => `=has:${has}`;

const LINK = /https?:\/\/\S/iu;
/** Between two fences, or between two single marks on one line. */
const CODE = /```[\s\S]+?```|`[^`\n]+`/u;

type Written = Pick<MessageDoc, "text" | "authorId" | "reactions" | "thread" | "files">;

export function termsOfMessage({ text, authorId, reactions = {}, thread, files = [] }: Written): string[] {
	const has: Record<Has, boolean> = {
		file: files.length > 0,
		image: files.some(({ thumbnail }) => thumbnail),
		link: LINK.test(text),
		code: CODE.test(text),
		thread: thread !== undefined,
		reaction: Object.values(reactions).some((people) => people.length > 0),
	};
	const words = new Set([...termsOf(namesOf(files)), ...termsOf(text)]);
	return [ANY, byAuthor(authorId), ...haves.filter((name) => has[name]).map(byHas), ...words];
}

/** The names of its files, one below the other: a phrase does not go on from one to the next. */
export function namesOf(files: MessageDoc["files"] = []): string {
	return files.map(({ name }) => name).join("\n");
}
