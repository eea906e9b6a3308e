"use client";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Segments } from "@/components/ui/segments";
import { Select } from "@/components/ui/select-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import { useMailPreviews } from "@/lib/client/mails";
import { type Language, languages } from "@/lib/shared/languages";

const looks = ["formatted", "plain"] as const;

/** How each mail looks, with examples filled in. */
export function MailPreviews() {
	const t = useTranslations("admin");
	const [language, setLanguage] = useState<Language>(useLocale());
	const [look, setLook] = useState<(typeof looks)[number]>("formatted");
	const [chosen, setChosen] = useState<string>();
	const { data, error, refetch } = useMailPreviews(language);
	const preview = data?.items.find(({ id }) => id === chosen) ?? data?.items[0];
	return (
		<section aria-labelledby="mail-previews" className="mt-8">
			<h2 id="mail-previews" className="mb-1 text-lg">
				{t("mail.previews.title")}
			</h2>
			<p className="mb-3 text-ui text-muted">{t("mail.previews.text")}</p>
			{error && <NotLoaded error={error} onRetry={() => void refetch()} />}
			{!data && !error && <SkeletonRows rows={4} />}
			{data && preview && (
				<div className="grid gap-3">
					<div className="flex flex-wrap items-end gap-3">
						<div className="min-w-60 flex-1">
							<Select
								aria-label={t("mail.previews.which")}
								options={data.items.map(({ id, subject }) => ({ value: id, label: subject }))}
								value={preview.id}
								onChange={({ target }) => setChosen(target.value)}
							/>
						</div>
						<Select
							aria-label={t("mail.previews.language")}
							options={languages.map(({ id, name }) => ({ value: id, label: name }))}
							value={language}
							onChange={({ target }) => {
								const found = languages.find(({ id }) => id === target.value);
								if (found) setLanguage(found.id);
							}}
						/>
					</div>
					<Segments
						legend={t("mail.previews.form")}
						segments={looks.map((value) => ({ value, label: t(`mail.previews.${value}`) }))}
						chosen={look}
						onChoose={setLook}
					/>
					{look === "plain" ? (
						<pre
							dir="auto"
							className="overflow-auto rounded-lg bg-sunken p-4 text-sm whitespace-pre-wrap ring-1 ring-border ring-inset"
						>
							{preview.text}
						</pre>
					) : (
						// No script runs in it, and it is of no origin.
						<iframe
							title={preview.subject}
							sandbox=""
							srcDoc={preview.html}
							className="h-130 w-full rounded-lg bg-white ring-1 ring-border"
						/>
					)}
				</div>
			)}
		</section>
	);
}
