"use client";
import { Smile } from "lucide-react";
import { useTranslations } from "use-intl";

/** The sign before the words. */
export function StatusEmoji({ emoji }: { emoji: string; onPick: (emoji: string) => void }) {
	const t = useTranslations("people");
	return (
		<span title={t("status.emoji")} className="grid size-8 shrink-0 place-items-center text-faint">
			{emoji || <Smile size={18} strokeWidth={1.75} aria-hidden />}
		</span>
	);
}
