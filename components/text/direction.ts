import type { Block } from "./tree";
import { wordsOf } from "./words-of";

const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}]/u;

/**
 * The direction of the first letter, for what has blocks inside that each find their own: `dir="auto"` does not look into those,
 * and the bullets of a list would stand on the other side of its words.
 */
export function directionOf(blocks: Block[]): "ltr" | "rtl" | undefined {
	const letter = firstLetter(blocks);
	if (letter === undefined) return undefined;
	return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

function firstLetter(blocks: Block[]): string | undefined {
	for (const block of blocks) {
		const letter = letterOf(block);
		if (letter) return letter;
	}
}

function letterOf(block: Block): string | undefined {
	switch (block.type) {
		case "paragraph":
		case "heading":
			return STRONG.exec(wordsOf(block.children))?.[0];
		case "quote":
			return firstLetter(block.blocks);
		case "list":
			return firstLetter(block.items.flatMap((item) => item.blocks));
		case "table":
			return STRONG.exec(block.head.map(wordsOf).join(""))?.[0];
		default:
			return undefined;
	}
}
