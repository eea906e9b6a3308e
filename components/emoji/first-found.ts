import type { EmojiData, SkinTone } from "frimousse";

/**
 * What stands first in frimousse's list for these words. Its list follows what is typed a moment later, and would give the emoji of
 * the letters before to whoever presses Enter at once. Its order: groups as they are, in each the most hits first, a name for ten.
 */
export function firstFound({ emojis, categories }: EmojiData, words: string, tone: SkinTone): string | undefined {
	const wanted = words.toLowerCase().trim();
	const isHit = (text: string) => text.toLowerCase().includes(wanted);
	const hits = emojis
		.map((emoji) => ({ ...emoji, hits: (isHit(emoji.label) ? 10 : 0) + emoji.tags.filter(isHit).length }))
		.filter(({ hits }) => hits > 0);
	const group = categories.find(({ index }) => hits.some(({ category }) => category === index));
	const [first, ...others] = hits.filter(({ category }) => category === group?.index);
	if (!first) return undefined;
	const best = others.reduce((best, other) => (other.hits > best.hits ? other : best), first);
	return tone === "none" ? best.emoji : (best.skins?.[tone] ?? best.emoji);
}
