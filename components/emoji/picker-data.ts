import type { EmojiData } from "frimousse";
import type { Language } from "@/lib/shared/languages";
import { type Emoji, loadEmoji, loadNames } from "./emoji-data";
import { newestVersion } from "./newest-version";

/** What the picker shows: from our own files, never from elsewhere. */
export async function pickerData(language: Language): Promise<EmojiData> {
	const [{ groups, emoji }, names] = await Promise.all([loadEmoji(language), loadNames()]);
	const namesOf = new Map(names.map((each) => [each.emoji, each.names]));
	const newest = newestVersion();
	return {
		locale: language,
		categories: groups.map(({ id, label }) => ({ index: id, label })),
		skinTones: { light: "🏻", "medium-light": "🏼", medium: "🏽", "medium-dark": "🏾", dark: "🏿" },
		emojis: emoji
			.filter(({ version }) => version <= newest)
			.map((each) => ({
				emoji: each.emoji,
				category: each.group,
				label: each.label,
				version: each.version,
				tags: [...each.tags, ...(namesOf.get(each.emoji) ?? [])],
				skins: skinsOf(each),
			})),
	};
}

function skinsOf({ tones: [light, mediumLight, medium, mediumDark, dark] }: Emoji) {
	if (!light || !mediumLight || !medium || !mediumDark || !dark) return undefined;
	return { light, "medium-light": mediumLight, medium, "medium-dark": mediumDark, dark };
}
