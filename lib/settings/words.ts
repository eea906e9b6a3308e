import type { SettingDefinition } from "./define.ts";
import { sections } from "./definitions/all.ts";

type Words = Record<"sections" | "titles" | "helps" | "options", Record<string, string>>;

/** The registry's own words, in English, as the page's words are laid out: other languages have the same keys. */
export function settingWords(): Words {
	const settings = sections.flatMap(({ settings }) => Object.entries<SettingDefinition>(settings));
	return {
		sections: Object.fromEntries(sections.map(({ id, title }) => [id, title])),
		titles: Object.fromEntries(settings.map(([id, { title }]) => [id, title])),
		helps: Object.fromEntries(settings.map(([id, { help }]) => [id, help])),
		options: Object.fromEntries(
			settings.flatMap(([id, { options = [] }]) => options.map(({ value, label }) => [`${id}:${value}`, label])),
		),
	};
}
