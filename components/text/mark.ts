/** Marks words in a tree: what a search has found. */
import type { Block, Inline } from "./tree";

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆]/u;
const LETTER = "[\\p{L}\\p{M}\\p{N}]";

/** @param words as they are written in the text. @returns undefined when there are none */
export function patternOf(words: string[]): RegExp | undefined {
	const alternatives = [...new Set(words)]
		.filter((word) => word.trim() !== "")
		.sort((a, b) => b.length - a.length)
		.map((word) => {
			const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
			// Written without spaces, a word stands inside others.
			return CJK.test(word) ? escaped : `(?<!${LETTER})${escaped}(?!${LETTER})`;
		});
	return alternatives.length > 0 ? new RegExp(alternatives.join("|"), "gu") : undefined;
}

export function markText(text: string, pattern: RegExp): Inline[] {
	const parts: Inline[] = [];
	let at = 0;
	for (const { 0: found, index } of text.matchAll(pattern)) {
		if (index > at) parts.push({ type: "text", text: text.slice(at, index) });
		parts.push({ type: "mark", text: found });
		at = index + found.length;
	}
	if (at < text.length) parts.push({ type: "text", text: text.slice(at) });
	return parts;
}

export function markBlocks(blocks: Block[], pattern: RegExp): Block[] {
	return blocks.map((block): Block => {
		switch (block.type) {
			case "paragraph":
			case "heading":
				return { ...block, children: markInlines(block.children, pattern) };
			case "code":
				return { ...block, parts: markText(block.text, pattern) };
			case "quote":
				return { ...block, blocks: markBlocks(block.blocks, pattern) };
			case "list":
				return { ...block, items: block.items.map((item) => ({ ...item, blocks: markBlocks(item.blocks, pattern) })) };
			case "table":
				return {
					...block,
					head: block.head.map((cell) => markInlines(cell, pattern)),
					rows: block.rows.map((row) => row.map((cell) => markInlines(cell, pattern))),
				};
			default:
				return block;
		}
	});
}

function markInlines(inlines: Inline[], pattern: RegExp): Inline[] {
	return inlines.flatMap((inline): Inline[] => {
		if (inline.type === "text") return markText(inline.text, pattern);
		if (inline.type === "code") return [{ ...inline, parts: markText(inline.text, pattern) }];
		return "children" in inline ? [{ ...inline, children: markInlines(inline.children, pattern) }] : [inline];
	});
}
