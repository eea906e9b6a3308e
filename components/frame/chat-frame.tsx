"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Sidebar } from "@/components/sidebar/sidebar";
import { classNames } from "@/components/ui/class-names";
import { NewVersion } from "./new-version";
import { useRoomKeys } from "./use-room-keys";

/** Sidebar and what it leads to. On a phone one of them: the start is the sidebar. */
export function ChatFrame({ children }: { children: ReactNode }) {
	const atStart = usePathname() === "/";
	const t = useTranslations("frame");
	useRoomKeys();
	return (
		<div className="flex h-dvh overflow-hidden pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]">
			<a
				href="#content"
				className="sr-only z-(--z-dialog) rounded-md bg-raised px-4 py-2 text-ui shadow-menu focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
			>
				{t("skip")}
			</a>
			<NewVersion />
			<Sidebar
				className={
					atStart ? "w-(--sidebar-width) max-md:w-full max-md:border-e-0" : "w-(--sidebar-width) max-md:hidden"
				}
			/>
			<div
				id="content"
				tabIndex={-1}
				className={classNames("flex min-w-0 flex-1 outline-none", atStart && "max-md:hidden")}
			>
				{children}
			</div>
		</div>
	);
}
