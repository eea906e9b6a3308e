import { parse } from "./parse";
import type { Block } from "./tree";
import { wordsOf } from "./words-of";

/** What is written, without the signs of Markdown: for reading out and for one line of a list. */
export function plainText(text: string): string {
	return parse(text).blocks.map(wordsOfBlock).filter(Boolean).join("\n");
}

export function wordsOfBlock(block: Block): string {
	switch (block.type) {
		case "paragraph":
		case "heading":
			return wordsOf(block.children);
		case "code":
		case "math":
			return block.text;
		case "quote":
			return block.blocks.map(wordsOfBlock).join("\n");
		case "list":
			return block.items.flatMap((item) => item.blocks.map(wordsOfBlock)).join("\n");
		case "table":
			return [block.head, ...block.rows].map((cells) => cells.map(wordsOf).join(", ")).join("\n");
		case "rule":
			return "";
	}
}
