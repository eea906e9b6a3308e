"use client";
import { useTranslations } from "use-intl";
import { Bar } from "@/components/ui/skeleton";

const rows: { bars: string[]; picture?: boolean }[] = [
	{ bars: ["w-16", "w-154", "w-109"] },
	{ bars: ["w-22", "w-130"] },
	{ bars: ["w-18", "w-162", "w-146", "w-64"] },
	{ bars: ["w-14", "w-98"], picture: true },
	{ bars: ["w-22", "w-138", "w-109"] },
	{ bars: ["w-16", "w-122"] },
];

/** Seen only when the messages take over 200 ms. */
export function MessagesSkeleton() {
	const t = useTranslations("common");
	return (
		<div
			role="status"
			aria-label={t("loading")}
			className="flex min-h-0 flex-1 animate-late flex-col justify-end gap-7 overflow-hidden px-6 pb-6 max-md:px-3.5"
		>
			{rows.map((row) => (
				<SkeletonRow key={row.bars.join()} {...row} />
			))}
		</div>
	);
}

/** Where older or newer messages will be. Its height stays, so that nothing moves when they come. */
export function SkeletonRows() {
	return (
		<div aria-hidden className="grid animate-late gap-7 px-6 py-5 max-md:px-3.5">
			{rows.slice(0, 3).map((row) => (
				<SkeletonRow key={row.bars.join()} {...row} />
			))}
		</div>
	);
}

function SkeletonRow({ bars, picture }: { bars: string[]; picture?: boolean }) {
	return (
		<div className="flex gap-3">
			<div className="size-(--avatar) shrink-0 rounded-person bg-chip" />
			<div className="grid min-w-0 flex-1 grid-cols-1 gap-2.5 pt-1">
				{bars.map((width) => (
					<Bar key={width} className={width} />
				))}
				{picture && <div className="h-35.5 w-71 max-w-full rounded-md bg-chip" />}
			</div>
		</div>
	);
}
