"use client";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useFilterWords } from "./filter-words";
import type { Filter } from "./typed";

/** A filter that stands in the field. */
export function Chip({ filter, onRemove }: { filter: Filter; onRemove: () => void }) {
	const t = useTranslations("search");
	const words = useFilterWords(filter);
	return (
		<button
			type="button"
			title={t("removeFilter", { filter: words })}
			aria-label={t("removeFilter", { filter: words })}
			onClick={onRemove}
			className="flex h-5.5 max-w-48 shrink-0 items-center gap-1 rounded-sm bg-accent-soft ps-2 pe-1 text-xs font-medium text-on-accent-soft hover:bg-selected pointer-coarse:h-8"
		>
			<bdi className="cut">{words}</bdi>
			<X size={12} strokeWidth={2} aria-hidden className="shrink-0" />
		</button>
	);
}
