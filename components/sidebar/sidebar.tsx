"use client";
import { SquarePen } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { useWide } from "@/components/ui/use-media";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { useSidebar } from "@/lib/client/sidebar";
import { askNoMore, askNow, askSoon } from "./ask-ahead";
import { JumpButton } from "./jump-button";
import { OwnMenu } from "./own-menu";
import { Resizer } from "./resizer";
import { RoomLists } from "./room-lists";
import { SiteMenu } from "./site-menu";
import { Strip } from "./strip";
import { UnreadEdges } from "./unread-edges";
import { Views } from "./views";
import { walkRows } from "./walk-rows";

/** @param alone on a phone it fills the screen, or gives way to what it leads to */
export function Sidebar({ alone }: { alone: boolean }) {
	const me = useMe();
	const t = useTranslations("sidebar");
	const isPage = !useWide() && alone;
	const list = useRef<HTMLElement>(null);
	const width = useSidebar((sidebar) => sidebar.width);
	const collapsed = useSidebar((sidebar) => sidebar.collapsed);
	// For the frame's other parts too, and for the next page's skeleton.
	useLayoutEffect(() => {
		document.documentElement.style.setProperty("--sidebar-width", `${width}px`);
	}, [width]);
	return (
		<>
			{collapsed && <Strip />}
			<div
				data-pane="sidebar"
				{...{ role: isPage ? "main" : "region", "aria-label": t("label") }}
				className={classNames(
					"relative flex w-(--sidebar-width) shrink-0 flex-col border-e border-border bg-sunken text-ui [--ground:var(--surface-sunken)] max-md:w-full max-md:border-e-0 max-md:bg-surface max-md:[--ground:var(--surface)]",
					collapsed && "md:hidden",
					!alone && "max-md:hidden",
				)}
			>
				{isPage && <h1 className="sr-only">{t("label")}</h1>}
				<div className="flex h-(--bar-height) shrink-0 items-center gap-1 ps-2 pe-2 max-md:pe-1">
					<SiteMenu />
					{may(me, "room-create-direct") && (
						<IconButton icon={SquarePen} label={t("newDirect")} onClick={() => openOverlay({ name: "direct" })} />
					)}
					<OwnMenu />
				</div>
				<JumpButton />
				<div className="relative flex min-h-0 flex-1 flex-col">
					<nav
						ref={list}
						aria-label={t("label")}
						onKeyDown={walkRows}
						onPointerOver={({ target }) => askSoon(target)}
						onPointerDown={({ target }) => askNow(target)}
						onPointerLeave={askNoMore}
						className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-6 focus-visible:-outline-offset-2"
					>
						<Views />
						<RoomLists />
					</nav>
					<UnreadEdges list={list} />
				</div>
				<Resizer />
			</div>
		</>
	);
}
