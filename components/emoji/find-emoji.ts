import { loadCustomEmoji } from "@/lib/client/custom-emoji";
import type { Language } from "@/lib/shared/languages";
import { type Emoji, loadEmoji, loadNames } from "./emoji-data";
import { chosenTone, tones, weightOf } from "./used";

type Found = { emoji: string; name: string };
type Entry = Emoji & { names: string[] };

const entries = new Map<Language, Promise<Entry[]>>();

/**
 * For the completion of `:name`: those whose name begins so, then those whose words do; of equals, those that one uses come first.
 * @param query without the colon
 */
export async function findEmoji(query: string, language: Language, limit: number): Promise<Found[]> {
	const wanted = query.toLowerCase();
	const [all, own] = await Promise.all([entriesIn(language), ownNames()]);
	const tone = tones.indexOf(chosenTone()) - 1;
	return [
		...own.flatMap((name) => matchOfOwn(name, wanted) ?? []),
		...all.flatMap((entry) => matchOf(entry, wanted) ?? []),
	]
		.sort((a, b) => a.rank - b.rank || weightOf(b.emoji) - weightOf(a.emoji))
		.slice(0, limit)
		.map(({ emoji, name, toned }) => ({ emoji: toned[tone] ?? emoji, name }));
}

/** Without them where they could not be fetched: everybody's are found all the same. */
async function ownNames(): Promise<string[]> {
	const own = await loadCustomEmoji().catch(() => undefined);
	return [...(own?.keys() ?? [])];
}

function matchOfOwn(name: string, wanted: string) {
	const isPart = name.split(/[_+-]/).some((word) => word.startsWith(wanted));
	if (!name.startsWith(wanted) && !isPart) return undefined;
	const rank = name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2;
	return { emoji: `:${name}:`, name, toned: [], rank };
}

function matchOf({ emoji, names, label, tags, tones: toned }: Entry, wanted: string) {
	const named = names.find((name) => name === wanted) ?? names.find((name) => name.startsWith(wanted));
	const name = named ?? names[0] ?? label;
	if (named) return { emoji, name, toned, rank: named === wanted ? 0 : 1 };
	if (names.some((each) => each.split("_").some((word) => word.startsWith(wanted))))
		return { emoji, name, toned, rank: 2 };
	const words = wanted.replaceAll("_", " ");
	const found = [label, ...tags].some((each) =>
		each
			.toLowerCase()
			.split(/[\s-]/)
			.some((word) => word.startsWith(words)),
	);
	return found ? { emoji, name, toned, rank: 3 } : undefined;
}

function entriesIn(language: Language): Promise<Entry[]> {
	const loading = entries.get(language) ?? joined(language);
	entries.set(language, loading);
	loading.catch(() => entries.delete(language));
	return loading;
}

async function joined(language: Language): Promise<Entry[]> {
	const [{ emoji }, names] = await Promise.all([loadEmoji(language), loadNames()]);
	const namesOf = new Map(names.map((each) => [each.emoji, each.names]));
	return emoji.map((each) => ({ ...each, names: namesOf.get(each.emoji) ?? [] }));
}
