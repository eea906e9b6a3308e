"use client";
import { useTranslations } from "use-intl";
import { MessagesSkeleton } from "@/components/messages/messages-skeleton";
import { Bar } from "@/components/ui/skeleton";

const widths = ["w-24", "w-36", "w-28", "w-40", "w-20", "w-32"];

/** The frame before it is known who is signed in; seen only when that takes over 200 ms. */
export function FrameSkeleton() {
	const t = useTranslations("frame");
	return (
		<div role="status" aria-label={t("loading")} className="flex h-dvh">
			<div className="w-(--sidebar-width) border-e border-border bg-sunken p-4 max-md:w-full">
				<div className="grid animate-late gap-5 pt-2">
					<Bar className="mb-6 h-5 w-32" />
					{widths.map((width) => (
						<Bar key={width} className={width} />
					))}
				</div>
			</div>
			<div className="flex flex-1 flex-col max-md:hidden">
				<div className="h-(--bar-height) border-b border-border" />
				<MessagesSkeleton />
			</div>
		</div>
	);
}
