"use client";
import { Pencil } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { focusStays } from "@/components/ui/focus-stays";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useSettings } from "@/lib/client/settings";
import { useDrafts } from "./drafts";
import { useSettingWords } from "./use-setting-words";

/** Stays in sight while something is changed and not saved. */
export function SaveBar() {
	const t = useTranslations("admin");
	const sentenceOf = useSentenceOf();
	const words = useSettingWords();
	const { changed, errorOf, discard, saved } = useDrafts();
	const sections = useSettings().data?.sections ?? [];
	const titles = sections.flatMap((section) => {
		const own = changed.filter(({ id }) => section.settings.some((setting) => setting.id === id));
		return own.length > 0 ? `${words.section(section)}: ${own.map(words.title).join(", ")}` : [];
	});
	const refused = changed.filter(errorOf).map(words.title).join(", ");
	const why = refused ? t("notAccepted", { titles: refused }) : sentenceOf(saved.error);
	const error = saved.error ? why : undefined;
	return (
		<section
			ref={focusStays}
			aria-label={t("unsaved")}
			data-save-bar
			className="sticky bottom-5 z-(--z-bar) flex min-h-14 animate-appear flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-raised py-2 ps-5 pe-2.5 text-ui shadow-menu max-md:bottom-2 max-md:ps-4"
		>
			<Pencil size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
			{error ? (
				<p role="alert" className="min-w-0 flex-1 basis-48 text-danger-text">
					{error}
				</p>
			) : (
				<p title={titles.join("\n")} className="cut flex-1 basis-48">
					<b className="font-semibold">{t("changes", { count: changed.length })}</b>
					<span className="text-muted"> · {titles.join(" · ")}</span>
				</p>
			)}
			<div className="ms-auto flex gap-2">
				<Button look="plain" onClick={discard}>
					{t("discard")}
				</Button>
				<Button type="submit" look="main" busy={saved.isPending}>
					{t("save")}
				</Button>
			</div>
		</section>
	);
}
