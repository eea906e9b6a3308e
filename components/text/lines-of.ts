import type { Block } from "./tree";
import { wordsOf } from "./words-of";

/** Of a text as wide as the list lets it be. */
const LETTERS = 95;
/** The box of code folds by itself. */
export const CODE_LINES = 20;

/** About how many lines the blocks take. Known before anything is drawn, so that what folds is never seen unfolded. */
export function linesOf(blocks: Block[], letters = LETTERS): number {
	return blocks.reduce((sum, block) => sum + linesOfBlock(block, letters), 0);
}

function linesOfBlock(block: Block, letters: number): number {
	switch (block.type) {
		case "paragraph":
		case "heading":
			return linesOfText(wordsOf(block.children), letters);
		case "code":
			return Math.min(countOf(block.text), CODE_LINES) + 1;
		case "quote":
			return linesOf(block.blocks, letters - 4);
		case "list":
			return block.items.reduce((sum, { blocks }) => sum + Math.max(1, linesOf(blocks, letters - 4)), 0);
		case "table":
			return (block.rows.length + 1) * 1.5;
		case "math":
			return 2;
		case "rule":
			return 1;
	}
}

export function countOf(text: string): number {
	return text.split("\n").length;
}

function linesOfText(text: string, letters: number): number {
	return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}
