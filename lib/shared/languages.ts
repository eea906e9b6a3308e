/** The languages that the page speaks: each has its folder in `messages/`. */
export const languages = [
	{ id: "en", name: "English" },
	{ id: "de", name: "Deutsch" },
] as const;

export type Language = (typeof languages)[number]["id"];
export const languageIds = languages.map(({ id }) => id) as [Language, ...Language[]];
export const FALLBACK_LANGUAGE: Language = "en";

/** What the page asks for before anybody is signed in, and what the server draws it in. */
export const LANGUAGE_COOKIE = "parley.language";

export function isLanguage(text: unknown): text is Language {
	return languages.some(({ id }) => id === text);
}

/**
 * The first of ours that somebody reads.
 * @param accepted the header Accept-Language: `de-AT,de;q=0.9,en;q=0.5`
 */
export function acceptedLanguage(accepted: string): Language | undefined {
	return accepted
		.split(",", MOST_ACCEPTED)
		.map((entry) => ENTRY.exec(entry)?.groups)
		.map((entry) => ({ language: entry?.language?.toLowerCase(), weight: Number(entry?.weight ?? 1) }))
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ language }) => language)
		.find(isLanguage);
}

/** `de-AT;q=0.9` */
const ENTRY = /^\s*(?<language>[a-z]+)[^;]*(?:;\s*q=(?<weight>[\d.]+))?/i;
const MOST_ACCEPTED = 20;

export function directionOf(language: string): "ltr" | "rtl" {
	return RIGHT_TO_LEFT.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** `Intl.Locale`'s own text information is not in every browser that the page runs in. */
const RIGHT_TO_LEFT = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);
