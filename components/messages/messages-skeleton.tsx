"use client";
import { useTranslations } from "use-intl";
import { Bar } from "@/components/ui/skeleton";

const rows = [
	["w-16", "w-154", "w-109"],
	["w-22", "w-130"],
	["w-18", "w-162", "w-146", "w-64"],
	["w-14", "w-98"],
	["w-20", "w-138", "w-109"],
	["w-24", "w-122"],
];

/** Seen only when the messages take over 200 ms. */
export function MessagesSkeleton() {
	const t = useTranslations("common");
	return (
		<div
			role="status"
			aria-label={t("loading")}
			className="flex min-h-0 flex-1 animate-late flex-col justify-end gap-7 overflow-hidden px-6 pb-5 max-md:px-3.5"
		>
			{rows.map((bars) => (
				<div key={bars[0]} className="flex gap-3">
					<div className="size-9 shrink-0 rounded-person bg-chip" />
					<div className="grid min-w-0 flex-1 gap-2.5 pt-1">
						{bars.map((width) => (
							<Bar key={width} className={width} />
						))}
					</div>
				</div>
			))}
		</div>
	);
}
