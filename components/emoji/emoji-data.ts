/** What is known of emoji, fetched when it is first asked for. The files are made by script/make-emoji.mjs. */
import type { Language } from "@/lib/shared/languages";

export type Emoji = {
	emoji: string;
	label: string;
	group: number;
	/** Of Unicode, by which a device may be too old to draw it. */
	version: number;
	/** From light to dark; empty where it has no skin. */
	tones: string[];
	/** Words that find it. */
	tags: string[];
};

export type EmojiSet = { groups: { id: number; label: string }[]; emoji: Emoji[] };

/** All that each emoji is called, for `:name:`, in its order; what other chats call it comes first. */
export type EmojiNames = { emoji: string; names: string[] }[];

const files = { en: () => import("./data/en.json"), de: () => import("./data/de.json") };
const sets = new Map<Language, Promise<EmojiSet>>();
let names: Promise<EmojiNames> | undefined;

export function loadEmoji(language: Language): Promise<EmojiSet> {
	const loading = sets.get(language) ?? files[language]().then(({ default: file }) => readSet(file));
	sets.set(language, loading);
	loading.catch(() => sets.delete(language));
	return loading;
}

export function loadNames(): Promise<EmojiNames> {
	names ??= import("@/lib/shared/emoji-names.json").then(({ default: lines }) => lines.map(readNames));
	names.catch(() => {
		names = undefined;
	});
	return names;
}

function readSet(file: { groups: string[]; emoji: string[] }): EmojiSet {
	return {
		groups: file.groups.map((line) => {
			const [id, label = ""] = line.split("\t");
			return { id: Number(id), label };
		}),
		emoji: file.emoji.map((line) => {
			const [emoji = "", label = "", group, version, tones = "", tags = ""] = line.split("\t");
			return {
				emoji,
				label,
				group: Number(group),
				version: Number(version),
				tones: tones.split(" ").filter(Boolean),
				tags: tags.split("|").filter(Boolean),
			};
		}),
	};
}

function readNames(line: string): EmojiNames[number] {
	const [emoji = "", ...names] = line.split(" ");
	return { emoji, names };
}
