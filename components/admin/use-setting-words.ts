"use client";
import { useTranslations } from "use-intl";
import type { SettingView } from "@/lib/shared/schemas/server";

type Section = { id: string; title: string };

/** What settings and sections are called in the reader's language; in the server's own words where it has none. */
export function useSettingWords() {
	const t = useTranslations("settings");
	const say = (key: Parameters<typeof t>[0], otherwise: string) => (t.has(key) ? t(key) : otherwise);
	return {
		section: ({ id, title }: Section) => say(`sections.${id}`, title),
		title: ({ id, title }: SettingView) => say(`titles.${id}`, title),
		help: ({ id, help }: SettingView) => say(`helps.${id}`, help),
		options: ({ id, options = [] }: SettingView) =>
			options.map(({ value, label }) => ({ value, label: say(`options.${id}:${value}`, label) })),
	};
}
