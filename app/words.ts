/** Which language a request is answered in, and the words of it that a page needs. */
import { cookies, headers } from "next/headers";
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

const all: Record<Language, Messages> = { en, de };

/** What the person chose, the administrator's choice for all, what the browser asks for. */
export async function requestLanguage(): Promise<Language> {
	const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
	if (isLanguage(chosen)) return chosen;
	const everybodys = setting("Language");
	if (isLanguage(everybodys)) return everybodys;
	return acceptedLanguage((await headers()).get("accept-language") ?? "") ?? FALLBACK_LANGUAGE;
}

export function wordsOf<Area extends keyof Messages>(language: Language, areas: readonly Area[]): Pick<Messages, Area> {
	const words = all[language];
	return Object.fromEntries(areas.map((area) => [area, words[area]])) as Pick<Messages, Area>;
}
