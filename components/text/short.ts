/** For tests: a tree in one line, as `strong(a) b | quote(c)`. */
import { parse, parseLine } from "./parse.ts";
import type { Block, Inline, Item } from "./tree.ts";

export const short = (text: string): string => shortBlocks(parse(text).blocks);
export const shortLine = (text: string): string => shortInlines(parseLine(text));

function shortBlocks(blocks: Block[]): string {
	return blocks.map(shortBlock).join(" | ");
}

function shortBlock(block: Block): string {
	switch (block.type) {
		case "paragraph":
			return shortInlines(block.children);
		case "heading":
			return `h${block.level}(${shortInlines(block.children)})`;
		case "code":
			return `code[${[block.language, block.file].filter(Boolean).join(" ")}]{${block.text}}`;
		case "quote":
			return `quote(${shortBlocks(block.blocks)})`;
		case "list":
			return `${block.start === undefined ? "ul" : `ol${block.start}`}(${block.items.map(shortItem).join("; ")})`;
		case "table":
			return `table[${block.align}](${[block.head, ...block.rows].map((row) => row.map(shortInlines).join(", ")).join("; ")})`;
		case "math":
			return `$$(${block.text})`;
		case "rule":
			return "rule";
	}
}

function shortItem({ done, blocks }: Item): string {
	const tick = done === undefined ? "" : done ? "[x] " : "[ ] ";
	return tick + shortBlocks(blocks);
}

function shortInlines(inlines: Inline[]): string {
	return inlines.map(shortInline).join("");
}

function shortInline(inline: Inline): string {
	if (inline.type === "text") return inline.text;
	if (inline.type === "link") return `link[${inline.href}](${shortInlines(inline.children)})`;
	if ("children" in inline) return `${inline.type}(${shortInlines(inline.children)})`;
	return `${inline.type}(${inline.type === "emoji" ? inline.name : inline.text})`;
}
