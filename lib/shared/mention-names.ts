/** What is a mention in a text: one rule for the server, which tells people, and for the page, which draws it. */

import { foldName } from "./fold-name.ts";
import { MAX_MENTIONED, MAX_ROOM_NAME_LENGTH, MAX_USERNAME_LENGTH } from "./limits.ts";
import { withoutCode } from "./without-code.ts";

/**
 * An address, which holds no mentions, or a sign and a name. Nothing of a word may stand before the sign, or it belongs to a mail
 * address, a path, an escape. That is looked for behind the sign, so that it is done once for each sign and not for each character.
 */
const MENTION =
	/(?:https?:\/\/|www\.)[^\s<>]+|[@#](?<![\p{L}\p{M}\p{N}/\\@#=&%][-_.+]*[@#])(?<name>[\p{L}\p{N}][\p{L}\p{M}\p{N}\-_.]*)/gu;

export type Mention = {
	kind: "person" | "room" | "all" | "here";
	/** Folded as `foldName` does. */
	name: string;
	/** Where it stands, the sign included. */
	start: number;
	end: number;
};

export type MentionedNames = { people: string[]; rooms: string[]; all: boolean; here: boolean };

/** Of a whole message, code left out; names are folded, each once, at most `MAX_MENTIONED` of people and of rooms. */
export function mentionedNames(text: string): MentionedNames {
	if (!text.includes("@") && !text.includes("#")) return { people: [], rooms: [], all: false, here: false };
	const found = mentionsIn(withoutCode(text));
	const names = (kind: Mention["kind"]) => [
		...new Set(found.filter((mention) => mention.kind === kind).map(({ name }) => name)),
	];
	return {
		people: names("person").slice(0, MAX_MENTIONED),
		rooms: names("room").slice(0, MAX_MENTIONED),
		all: names("all").length > 0,
		here: names("here").length > 0,
	};
}

/** Of a piece of text that holds no code, in their order. */
export function mentionsIn(text: string): Mention[] {
	const found: Mention[] = [];
	for (const { 0: all, index, groups } of text.matchAll(MENTION)) {
		const written = withoutTrailing(groups?.name ?? "");
		// `@alice@other.example` names somebody elsewhere.
		if (!written || text[index + all.length] === "@") continue;
		const name = foldName(written);
		const kind = kindOf(all.charAt(0), name);
		if (name.length > (kind === "room" ? MAX_ROOM_NAME_LENGTH : MAX_USERNAME_LENGTH)) continue;
		found.push({ kind, name, start: index, end: index + 1 + written.length });
	}
	return found;
}

/** Names may hold - _ and . but what ends a sentence or an emphasis does not belong to a name. */
function withoutTrailing(name: string): string {
	let end = name.length;
	while (end > 0 && "-_.".includes(name.charAt(end - 1))) end--;
	return name.slice(0, end);
}

function kindOf(sign: string, name: string): Mention["kind"] {
	if (sign === "#") return "room";
	return name === "all" || name === "here" ? name : "person";
}
