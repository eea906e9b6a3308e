"use client";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";

/** A bar where text will be. No shimmer. */
export function Bar({ className }: { className: string }) {
	return <div className={classNames("h-3 max-w-full rounded-sm bg-chip", className)} />;
}

/** Rows of a list that is being loaded; seen only when that takes over 200 ms. */
export function SkeletonRows({ rows = 4 }: { rows?: number }) {
	const t = useTranslations("common");
	return (
		<div role="status" aria-label={t("loading")} className="grid animate-late gap-4 py-3">
			{Array.from({ length: rows }, (_, row) => row).map((row) => (
				<div key={row} className="flex items-center gap-3">
					<div className="size-9 shrink-0 rounded-person bg-chip" />
					<div className="grid min-w-0 flex-1 grid-cols-1 gap-2">
						<Bar className="w-40" />
						<Bar className="w-64" />
					</div>
				</div>
			))}
		</div>
	);
}
