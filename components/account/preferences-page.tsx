"use client";
import { useLocale, useTranslations } from "use-intl";
import { Note } from "@/components/ui/note";
import { Segments } from "@/components/ui/segments";
import { SelectField } from "@/components/ui/select-field";
import { SwitchField } from "@/components/ui/switch";
import { timesIn } from "@/components/words/times";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { hourCycleOf, localeOf } from "@/components/words/use-times";
import { usePreferences } from "@/lib/client/session";
import { isLanguage, languages } from "@/lib/shared/languages";
import { NotificationsPart } from "./notifications-part";
import { OwnPage, Part } from "./own-page";
import { ThemePreview } from "./theme-preview";
import { usePrefer } from "./use-prefer";

const themes = ["auto", "light", "dark"] as const;
const contrasts = ["auto", "high"] as const;
const densities = ["comfortable", "compact"] as const;
const timeFormats = ["auto", "12", "24"] as const;

/** How one likes the page. Each choice counts at once, on all of the person's devices. */
export function PreferencesPage() {
	const t = useTranslations("account");
	const sentenceOf = useSentenceOf();
	const chosen = usePreferences();
	const { mutate: prefer, error } = usePrefer();
	const example = useTimeExample();
	return (
		<OwnPage page="preferences">
			<div className="sticky top-0 z-(--z-bar) bg-surface empty:hidden">
				{error && (
					<Note tone="danger" className="my-3">
						{t("preferences.notSaved", { why: sentenceOf(error) })}
					</Note>
				)}
			</div>
			<Part title={t("preferences.look.title")} text={t("preferences.look.text")}>
				<div className="grid gap-6">
					<Segments
						legend={t("preferences.theme.legend")}
						segments={themes.map((value) => ({
							value,
							label: t(`preferences.theme.${value}`),
							picture: <ThemePreview theme={value} />,
						}))}
						chosen={chosen.theme}
						onChoose={(theme) => prefer({ theme })}
					/>
					<Segments
						legend={t("preferences.contrast.legend")}
						help={t("preferences.contrast.help")}
						segments={contrasts.map((value) => ({ value, label: t(`preferences.contrast.${value}`) }))}
						chosen={chosen.contrast}
						onChoose={(contrast) => prefer({ contrast })}
					/>
					<Segments
						legend={t("preferences.density.legend")}
						help={t("preferences.density.help")}
						segments={densities.map((value) => ({ value, label: t(`preferences.density.${value}`) }))}
						chosen={chosen.density}
						onChoose={(density) => prefer({ density })}
					/>
				</div>
			</Part>
			<NotificationsPart prefer={prefer} />
			<Part title={t("preferences.language.title")} text={t("preferences.language.text")}>
				<div className="grid gap-6">
					<SelectField
						label={t("preferences.language.legend")}
						options={[
							{ value: "", label: t("preferences.language.auto") },
							...languages.map(({ id, name }) => ({ value: id, label: name })),
						]}
						value={chosen.language}
						onChange={({ target: { value } }) => prefer({ language: isLanguage(value) ? value : "" })}
					/>
					<Segments
						legend={t("preferences.time.legend")}
						segments={timeFormats.map((value) => ({
							value,
							label: t(`preferences.time.${value}`),
							note: example(value),
						}))}
						chosen={chosen.timeFormat}
						onChoose={(timeFormat) => prefer({ timeFormat })}
					/>
				</div>
			</Part>
			<Part title={t("preferences.reading.title")} text={t("preferences.reading.text")}>
				<SwitchField
					label={t("preferences.previews.label")}
					help={t("preferences.previews.help")}
					on={chosen.linkPreviews}
					onChange={(linkPreviews) => prefer({ linkPreviews })}
				/>
			</Part>
			<Part title={t("preferences.writing.title")} text={t("preferences.writing.text")}>
				<Segments
					legend={t("preferences.send.legend")}
					help={t(`preferences.send.help.${chosen.sendOnEnter ? "enter" : "modified"}`)}
					segments={[
						{ value: "enter", label: t("preferences.send.enter") },
						{ value: "modified", label: t("preferences.send.modified") },
					]}
					chosen={chosen.sendOnEnter ? "enter" : "modified"}
					onChoose={(key) => prefer({ sendOnEnter: key === "enter" })}
				/>
			</Part>
		</OwnPage>
	);
}

const AFTERNOON = "2026-01-01T14:05:00";

function useTimeExample(): (format: (typeof timeFormats)[number]) => string {
	const language = useLocale();
	return (format) => {
		const { clockTime } = timesIn(localeOf(language), hourCycleOf(format));
		return clockTime(AFTERNOON);
	};
}
