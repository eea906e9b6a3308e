import type { Settings, SettingView } from "@/lib/shared/schemas/server";

type Words = { title(setting: SettingView): string; help(setting: SettingView): string };
type Section = Settings["sections"][number];

/** Settings whose title, help or id holds all words of the query, in the reader's language and in the registry's own, by section. */
export function findSettings(sections: Section[], query: string, words: Words): Section[] {
	const wanted = fold(query).split(/\s+/).filter(Boolean);
	return sections.flatMap((section) => {
		const found = section.settings.filter((setting) => {
			const { id, title, help } = setting;
			const text = fold([id, title, help, words.title(setting), words.help(setting)].join(" "));
			return wanted.every((word) => text.includes(word));
		});
		return found.length > 0 ? [{ ...section, settings: found }] : [];
	});
}

function fold(text: string): string {
	return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
