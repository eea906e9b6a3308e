"use client";
import { ChevronDown, Globe } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { chooseLanguage } from "@/lib/client/preferences";
import { isLanguage, languages } from "@/lib/shared/languages";

/** For who is not signed in: this browser remembers it. */
export function LanguageChoice() {
	const t = useTranslations("common");
	const language = useLocale();
	const router = useRouter();
	return (
		<div className="relative inline-flex items-center text-muted">
			<Globe size={18} strokeWidth={1.75} aria-hidden className="pointer-events-none absolute start-2.5" />
			<select
				aria-label={t("language")}
				value={language}
				onChange={({ target: { value } }) => {
					if (isLanguage(value) && chooseLanguage(value)) router.refresh();
				}}
				className="h-9 field-sizing-content cursor-pointer appearance-none rounded-md bg-transparent ps-9 pe-8 text-ui font-medium text-muted hover:bg-row-hover pointer-coarse:h-11"
			>
				{languages.map(({ id, name }) => (
					<option key={id} value={id} lang={id}>
						{name}
					</option>
				))}
			</select>
			<ChevronDown size={14} strokeWidth={1.75} aria-hidden className="pointer-events-none absolute end-2.5" />
		</div>
	);
}
