"use client";
import { useState } from "react";
import { useAllCustomEmoji } from "@/lib/client/custom-emoji";
import { customEmojiName } from "@/lib/shared/emoji";
import type { CustomEmoji } from "@/lib/shared/schemas/emoji";
import { CustomPicture } from "./emoji-sign";
import { rankedEmoji } from "./used";

/** As it is kept; with what it shows, where it is one of the server's own and that is known. */
export type Used = { emoji: string; own?: CustomEmoji };

/**
 * What somebody uses most, in an order that stays while it is shown.
 * @param plain without the server's own
 */
export function useUsedEmoji(count: number, plain = false): Used[] {
	const [ranked] = useState(() => rankedEmoji().filter((emoji) => !plain || !customEmojiName(emoji)));
	return usedOf(ranked, useAllCustomEmoji(ranked.some(customEmojiName)), count);
}

/** Those of the server's own that are gone are left out; until that is known each keeps its place. */
export function usedOf(ranked: string[], known: ReadonlyMap<string, CustomEmoji> | undefined, count: number): Used[] {
	const used = ranked.flatMap((emoji): Used[] => {
		const name = customEmojiName(emoji);
		const own = name ? known?.get(name) : undefined;
		if (own) return [{ emoji, own }];
		return name && known ? [] : [{ emoji }];
	});
	return used.slice(0, count);
}

/** Nothing in the place of one that is not known yet. */
export function UsedSign({ used: { emoji, own } }: { used: Used }) {
	if (own) return <CustomPicture emoji={own} />;
	return customEmojiName(emoji) ? null : emoji;
}
