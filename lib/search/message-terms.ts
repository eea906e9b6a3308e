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

type Written = Pick<MessageDoc, "text" | "authorId" | "reactions" | "thread" | "files" | "previews">;

export function termsOfMessage({ text, authorId, reactions = {}, thread, files = [], previews }: Written): string[] {
	const has: Record<Has, boolean> = {
		file: files.length > 0,
		image: files.some(({ thumbnail }) => thumbnail),
		link: LINK.test(text),
		code: CODE.test(text),
		thread: thread !== undefined,
		reaction: Object.values(reactions).some((people) => people.length > 0),
	};
	const words = new Set([...termsOf(namesOf(files)), ...termsOf(text), ...termsOf(wordsOfPreviews(previews))]);
	return [ANY, byAuthor(authorId), ...haves.filter((name) => has[name]).map(byHas), ...words];
}

/** What phrases are looked for in: one thing below the other, as none goes on from one to the next. */
export function searchedText({ text, files, previews }: Pick<MessageDoc, "text" | "files" | "previews">): string {
	return files || previews ? [text, namesOf(files), wordsOfPreviews(previews)].join("\n") : text;
}

function namesOf(files: MessageDoc["files"] = []): string {
	return files.map(({ name }) => name).join("\n");
}

/** What its links lead to, as it stands below them. */
function wordsOfPreviews(previews: MessageDoc["previews"] = []): string {
	return previews.map(({ title, description = "" }) => `${title}\n${description}`).join("\n");
}
