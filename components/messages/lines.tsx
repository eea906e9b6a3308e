"use client";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/words/times";

export function DayLine({ at, times }: { at: string; times: Times }) {
	return (
		<div className="flex items-center gap-3 px-6 pt-4 pb-1 text-xs leading-5 font-medium text-muted max-md:px-3.5">
			<span className="h-px flex-1 bg-border" />
			<time dateTime={at}>{times.dayWords(at)}</time>
			<span className="h-px flex-1 bg-border" />
		</div>
	);
}

export function NewLine() {
	const t = useTranslations("messages");
	return (
		<div className="flex items-center gap-3 px-6 pt-3 text-xs leading-5 font-medium text-signal-text max-md:px-3.5">
			{t("newMessages")}
			<span className="h-px flex-1 bg-signal/55" />
		</div>
	);
}
