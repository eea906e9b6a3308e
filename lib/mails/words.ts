import { createTranslator } from "use-intl/core";
import de from "@/messages/de/mails.json";
import en from "@/messages/en/mails.json";
import { setting } from "../settings/settings.ts";
import { FALLBACK_LANGUAGE, isLanguage, type Language } from "../shared/languages.ts";

const all: Record<Language, typeof en> = { en, de };

/** The words of an area in a language, for the server: `t("reset.subject")`. */
export function wordsIn(area: "mails", language: Language) {
	return createTranslator({ locale: language, messages: { mails: all[language] }, namespace: area });
}

export type WordsOf<_Area extends "mails"> = ReturnType<typeof wordsIn>;

/** What a person chose, or the administrator's choice for all. */
export function mailLanguage(chosen: string | undefined): Language {
	if (isLanguage(chosen)) return chosen;
	const everybodys = setting("Language");
	return isLanguage(everybodys) ? everybodys : FALLBACK_LANGUAGE;
}
