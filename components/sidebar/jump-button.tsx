"use client";
import { Search } from "lucide-react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Keys } from "@/components/ui/keys";

/** Looks like a field, and opens the one in the switcher. */
export function JumpButton() {
	const t = useTranslations("sidebar");
	return (
		<button
			type="button"
			aria-haspopup="dialog"
			aria-keyshortcuts="Control+K Meta+K"
			onClick={() => openOverlay({ name: "switcher" })}
			className="mx-3 mb-3 flex h-8.5 shrink-0 items-center gap-2 rounded-md bg-surface ps-2.5 pe-1.5 text-faint ring-1 ring-border-strong hover:text-muted max-md:mx-4 max-md:mb-2 max-md:h-11 max-md:rounded-lg max-md:bg-chip max-md:px-3.5 max-md:text-base max-md:ring-0"
		>
			<Search size={16} strokeWidth={1.75} aria-hidden className="shrink-0 max-md:size-4.5" />
			<span className="cut flex-1 text-start">{t("jump")}</span>
			<Keys keys="Mod+K" className="max-md:hidden pointer-coarse:hidden" />
		</button>
	);
}
