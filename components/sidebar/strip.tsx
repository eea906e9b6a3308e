"use client";
import { PanelLeftOpen, Search, SquarePen } from "lucide-react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Count } from "@/components/ui/count";
import { IconButton } from "@/components/ui/icon-button";
import { Mark } from "@/components/ui/logo";
import { may } from "@/lib/client/rights";
import { countOfAll } from "@/lib/client/room-order";
import { useMe, useRooms, useUnreadThreads } from "@/lib/client/session";
import { setSidebarCollapsed } from "@/lib/client/sidebar";
import { OwnMenu } from "./own-menu";

/** What is left of the sidebar when it is put away. */
export function Strip() {
	const me = useMe();
	const t = useTranslations("sidebar");
	const count = countOfAll(useRooms(), useUnreadThreads());
	return (
		<div
			data-pane="sidebar"
			className="flex w-14 shrink-0 flex-col items-center gap-2 border-e border-border bg-sunken pb-4 [--ground:var(--surface-sunken)] max-md:hidden"
		>
			<div className="grid h-(--bar-height) shrink-0 place-items-center">
				<Mark />
			</div>
			<div className="relative">
				<IconButton
					icon={PanelLeftOpen}
					label={count > 0 ? t("showWith", { count }) : t("show")}
					onClick={() => setSidebarCollapsed(false)}
					className="rtl:-scale-x-100"
				/>
				<Count count={count} className="pointer-events-none absolute -end-1.5 -top-1.5" />
			</div>
			<IconButton icon={Search} label={t("jump")} onClick={() => openOverlay({ name: "switcher" })} />
			{may(me, "room-create-direct") && (
				<IconButton icon={SquarePen} label={t("newDirect")} onClick={() => openOverlay({ name: "direct" })} />
			)}
			<div className="mt-auto">
				<OwnMenu />
			</div>
		</div>
	);
}
