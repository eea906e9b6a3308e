import type { Block } from "./tree";

const MOST = 3;
const EMOJI =
	/^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{fe0f}|\p{Regional_Indicator}{2}|[\d#*]\u{fe0f}\u{20e3})/u;
/** Long enough for three of those that are put together from many. */
const LONGEST = 120;

/** Whether the blocks are nothing but a few emoji. */
export function isLarge(blocks: Block[]): boolean {
	const [block, second] = blocks;
	if (second || block?.type !== "paragraph") return false;
	let count = 0;
	for (const inline of block.children) {
		if (inline.type === "emoji") count++;
		else if (inline.type !== "text" || inline.text.length > LONGEST) return false;
		else {
			const found = countOf(inline.text);
			if (found === undefined) return false;
			count += found;
		}
	}
	return count > 0 && count <= MOST;
}

/** Undefined when there is anything else in the text. */
function countOf(text: string): number | undefined {
	const written = text.replace(/\s/g, "");
	if (written === "") return 0;
	// Nearly all texts; to cut a text into signs costs more than to read the rest of it.
	if (!EMOJI.test(written)) return undefined;
	const signs = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(written)];
	return signs.every(({ segment }) => EMOJI.test(segment)) ? signs.length : undefined;
}
