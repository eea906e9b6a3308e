"use client";
import { SearchX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useArrival } from "@/components/ui/use-arrival";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSettings } from "@/lib/client/settings";
import { useDrafts } from "./drafts";
import { findSettings } from "./find-settings";
import { SaveBar } from "./save-bar";
import { SearchField } from "./search-field";
import { SettingRow } from "./setting-row";
import { useSettingWords } from "./use-setting-words";

/** One section of the registry, or what was found in all of them, drawn from what the server says of each setting. */
export function SettingsSection({ id }: { id: string }) {
	const t = useTranslations("admin");
	const words = useSettingWords();
	const { data, error, refetch } = useSettings();
	const { changed, save, saved } = useDrafts();
	const [query, setQuery] = useState("");
	if (!data)
		return (
			<Page>{error ? <NotLoaded error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} />}</Page>
		);

	const section = data.sections.find((candidate) => candidate.id === id);
	const isSearch = query.trim() !== "";
	const shown = isSearch ? findSettings(data.sections, query, words) : section ? [section] : [];
	const title = isSearch || !section ? t("search.title") : words.section(section);
	const total = data.sections.reduce((sum, { settings }) => sum + settings.length, 0);
	const count = shown.reduce((sum, { settings }) => sum + settings.length, 0);
	return (
		<Page>
			<title>{`${title} · ${t("title")}`}</title>
			<div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pb-5">
				<h1 className="min-w-0 text-xl tracking-tight">{title}</h1>
				<SearchField label={t("search.label", { count: total })} value={query} onChange={setQuery} />
			</div>
			<p role="status" className={isSearch && count > 0 ? "mb-3 text-sm text-muted" : "sr-only"}>
				{isSearch && t("search.found", { count })}
				{!isSearch && saved.isSuccess && changed.length === 0 && t("saved")}
			</p>
			{count === 0 && (
				<Empty
					icon={SearchX}
					title={isSearch ? t("search.nothing") : t("noSection.title")}
					text={isSearch ? t("search.hint") : t("noSection.text")}
				/>
			)}
			<Form onSend={save} error={saved.error} className="flex flex-1 flex-col">
				{shown.map((each) => (
					<section key={each.id} aria-label={words.section(each)}>
						{isSearch && <h2 className="mt-5 mb-2 text-base">{words.section(each)}</h2>}
						{each.settings.map((setting) => (
							<SettingRow key={setting.id} setting={setting} />
						))}
					</section>
				))}
				{changed.length > 0 && (
					<>
						<div className="min-h-6 flex-1" />
						<SaveBar />
					</>
				)}
			</Form>
		</Page>
	);
}

function Page({ children }: { children: ReactNode }) {
	const main = useArrival<HTMLElement>();
	return (
		<main ref={main} tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto outline-none">
			<div className="mx-auto flex min-h-full max-w-266 flex-col px-8 pt-7 pb-32 has-data-save-bar:pb-5 max-md:px-4 max-md:pt-5 max-md:has-data-save-bar:pb-2">
				{children}
			</div>
		</main>
	);
}
