/** What of a long text a result shows: the piece around the first thing that was found. */
import { markBlocks } from "@/components/text/mark";
import { wordsOfBlock } from "@/components/text/plain-text";
import type { Block } from "@/components/text/tree";

/** Longer than this, or of more lines, a text is shown in part. */
const WHOLE_LETTERS = 420;
const WHOLE_LINES = 6;
const BEFORE = 90;
const LETTERS = 320;
const MOST_LINES = 4;

export function isLong(text: string): boolean {
	return text.length > WHOLE_LETTERS || text.split("\n").length > WHOLE_LINES;
}

/** The block with the first find, cut around it; of code, whole lines. */
export function excerptBlocks(blocks: Block[], pattern: RegExp | undefined): Block[] {
	const block = blocks.find((one) => pattern && wordsOfBlock(one).search(pattern) >= 0) ?? blocks[0];
	if (!block) return [];
	const words = wordsOfBlock(block);
	const at = pattern ? Math.max(0, words.search(pattern)) : 0;
	const shown: Block =
		block.type === "code"
			? { ...block, text: linesAround(words, at).join("\n") }
			: { type: "paragraph", children: [{ type: "text", text: excerptOf(words, at) }] };
	return pattern ? markBlocks([shown], pattern) : [shown];
}

function linesAround(text: string, at: number): string[] {
	const line = text.slice(0, at).split("\n").length - 1;
	const first = Math.max(0, line - 1);
	return text.split("\n").slice(first, first + MOST_LINES);
}

/** @param text without the signs of Markdown. @param at where the first find begins */
export function excerptOf(text: string, at: number): string {
	const from = at <= BEFORE ? 0 : wordStart(text, at - BEFORE);
	const to = from + LETTERS >= text.length ? text.length : wordEnd(text, from + LETTERS);
	const lines = text.slice(from, to).split("\n");
	const line = text.slice(from, Math.max(from, at)).split("\n").length - 1;
	const first = Math.max(0, line - 1);
	const kept = lines.slice(first, first + MOST_LINES);
	const isCutBefore = from > 0 || first > 0;
	const isCutAfter = to < text.length || first + MOST_LINES < lines.length;
	return `${isCutBefore ? "… " : ""}${kept.join("\n").trim()}${isCutAfter ? " …" : ""}`;
}

function wordStart(text: string, near: number): number {
	const space = text.slice(near, near + BEFORE / 2).search(/\s/u);
	return space < 0 ? near : near + space + 1;
}

function wordEnd(text: string, near: number): number {
	const space = text.slice(0, near).search(/\s\S*$/u);
	return space > near - BEFORE / 2 ? space : near;
}
