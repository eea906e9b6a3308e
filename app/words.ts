/** Which language a request is answered in, and the words of it that a page needs. */
import compile from "icu-minify/compile";
import { cookies, headers } from "next/headers";
import type { AbstractIntlMessages } from "use-intl";
import { setting } from "@/lib/settings/settings";
import {
	acceptedLanguage,
	FALLBACK_LANGUAGE,
	isLanguage,
	LANGUAGE_COOKIE,
	type Language,
} from "@/lib/shared/languages";
import de from "@/messages/de/all";
import en, { type Messages } from "@/messages/en/all";

const all: Record<Language, AbstractIntlMessages> = { en: compiled(en), de: compiled(de) };

/** What the person chose, the administrator's choice for all, what the browser asks for. */
export async function requestLanguage(): Promise<Language> {
	const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
	if (isLanguage(chosen)) return chosen;
	const everybodys = setting("Language");
	if (isLanguage(everybodys)) return everybodys;
	return acceptedLanguage((await headers()).get("accept-language") ?? "") ?? FALLBACK_LANGUAGE;
}

/** In the form that pages format without a parser of their own: `next.config.ts` leaves it out of them. */
export function wordsOf(language: Language, areas: readonly (keyof Messages)[]): AbstractIntlMessages {
	const words = all[language];
	return Object.fromEntries(areas.map((area) => [area, words[area] ?? {}]));
}

function compiled(words: AbstractIntlMessages): AbstractIntlMessages {
	const entries = Object.entries(words).map(([key, value]) => {
		// Without the prototypes of the compiler's own objects, which may not be handed to a page.
		return [key, typeof value === "string" ? JSON.parse(JSON.stringify(compile(value))) : compiled(value)] as const;
	});
	// The types of use-intl know a message by its source only, a text; its formatter takes what is compiled from it.
	return Object.fromEntries(entries) as AbstractIntlMessages;
}
