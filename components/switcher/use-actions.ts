"use client";
import {
	Compass,
	Keyboard,
	type LucideIcon,
	MoonStar,
	PanelLeft,
	Plus,
	Search,
	SlidersHorizontal,
	Smile,
	Sun,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { searchPath, useGo } from "@/components/frame/navigation";
import { openOverlay } from "@/components/frame/overlay";
import { prefer } from "@/lib/client/preferences";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { toggleSidebar } from "@/lib/client/sidebar";
import { match } from "./match";

export type Action = { id: string; icon: LucideIcon; label: string; keys?: string; run: () => void };

/** What can be done from the switcher; a room is made with what was typed as its name. */
export function useActions(words: string): Action[] {
	const me = useMe();
	const router = useRouter();
	const go = useGo();
	const t = useTranslations("switcher");
	const isDark = document.documentElement.dataset.theme === "dark";
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	const line = words === "" ? "" : `${words} `;
	const search = {
		id: "search",
		icon: Search,
		label: words === "" ? t("action.search") : t("action.searchFor", { words }),
		keys: "Mod+Shift+F",
		run: () => go(searchPath(line)),
	};
	const all: Action[] = [
		{ id: "browse", icon: Compass, label: t("action.browse"), run: () => router.push("/directory") },
		{
			id: "preferences",
			icon: SlidersHorizontal,
			label: t("action.preferences"),
			run: () => router.push("/preferences"),
		},
		{ id: "status", icon: Smile, label: t("action.status"), run: () => openOverlay({ name: "status" }) },
		{
			id: "shortcuts",
			icon: Keyboard,
			label: t("action.shortcuts"),
			keys: "?",
			run: () => openOverlay({ name: "shortcuts" }),
		},
		{
			id: "theme",
			icon: isDark ? Sun : MoonStar,
			label: isDark ? t("action.light") : t("action.dark"),
			run: () => void prefer({ theme: isDark ? "light" : "dark" }).catch(() => {}),
		},
		{ id: "sidebar", icon: PanelLeft, label: t("action.sidebar"), keys: "Mod+Shift+S", run: toggleSidebar },
	];
	const fitting = words === "" ? all : all.filter(({ label }) => (match(label, words)?.rank ?? 4) < 4);
	const found = words === "" ? [search, ...fitting] : [...fitting, search];
	if (!mayCreate) return found;
	const name = words.replaceAll(/\s+/g, "-").toLowerCase();
	const label = words === "" ? t("action.room") : t("action.roomNamed", { name: words });
	const make = { id: "room", icon: Plus, label, run: () => openOverlay({ name: "room", roomName: name }) };
	return [...found, make];
}
