"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Sidebar } from "@/components/sidebar/sidebar";
import { classNames } from "@/components/ui/class-names";
import { useArrivals, usePath } from "./address";
import { NewVersion } from "./new-version";
import { loadOverlays, Overlays } from "./overlays";
import { useFrameKeys } from "./use-frame-keys";
import { useWhenQuiet } from "./use-when-quiet";

/** Sidebar and what it leads to. On a phone one of them: the start is the sidebar. */
export function ChatFrame({ children }: { children: ReactNode }) {
	const atStart = usePath() === "/";
	const t = useTranslations("frame");
	useFrameKeys();
	useArrivals();
	useWhenQuiet(true, loadOverlays);
	return (
		<div className="flex h-dvh overflow-hidden ps-[env(safe-area-inset-left)] pe-[env(safe-area-inset-right)] pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]">
			<a
				href="#content"
				className="sr-only z-(--z-dialog) rounded-md bg-raised px-4 py-2 text-ui shadow-menu focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
			>
				{t("skip")}
			</a>
			<NewVersion />
			<Sidebar alone={atStart} />
			<div
				id="content"
				tabIndex={-1}
				className={classNames("flex min-w-0 flex-1 outline-none", atStart && "max-md:hidden")}
			>
				{children}
			</div>
			<Overlays />
		</div>
	);
}
