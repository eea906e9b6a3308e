import type { Inline } from "./tree";

/** The words alone. */
export function wordsOf(inlines: Inline[]): string {
	return inlines.map(wordsOfOne).join("");
}

function wordsOfOne(inline: Inline): string {
	if ("children" in inline) return wordsOf(inline.children);
	return inline.type === "emoji" ? `:${inline.name}:` : inline.text;
}
