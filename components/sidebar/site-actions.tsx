"use client";
import { CheckCheck, Compass, PanelLeftClose, Plus, Search, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { searchPath, useGo } from "@/components/frame/navigation";
import { openOverlay } from "@/components/frame/overlay";
import { useKeysText } from "@/components/ui/keys";
import type { MenuItem } from "@/components/ui/menu";
import { useWide } from "@/components/ui/use-media";
import { readAll } from "@/lib/client/read-all";
import { may } from "@/lib/client/rights";
import { useMe, useRooms, useUnreadThreads } from "@/lib/client/session";
import { setSidebarCollapsed } from "@/lib/client/sidebar";

/** What there is to find and to make on the site. */
export function SiteActions({ children }: { children: (items: MenuItem[]) => ReactNode }) {
	const me = useMe();
	const rooms = useRooms();
	const threads = useUnreadThreads();
	const wide = useWide();
	const router = useRouter();
	const go = useGo();
	const keysText = useKeysText();
	const t = useTranslations("sidebar");
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	const items: MenuItem[] = [
		{ label: t("site.search"), icon: Search, keys: keysText("Mod+Shift+F"), onSelect: () => go(searchPath()) },
		{ label: t("rooms.browse"), icon: Compass, onSelect: () => router.push("/directory") },
		{ label: t("site.people"), icon: Users, onSelect: () => router.push("/directory?show=people") },
		...(mayCreate ? [{ label: t("rooms.new"), icon: Plus, onSelect: () => openOverlay({ name: "room" }) }] : []),
		{
			label: t("site.readAll"),
			icon: CheckCheck,
			apart: true,
			keys: keysText("Shift+Esc"),
			disabled: threads.length === 0 && !rooms.some(({ membership }) => (membership?.unread ?? 0) > 0),
			onSelect: () => readAll(rooms),
		},
		...(wide
			? [
					{
						label: t("site.hide"),
						icon: PanelLeftClose,
						keys: keysText("Mod+Shift+S"),
						onSelect: () => setSidebarCollapsed(true),
					},
				]
			: []),
	];
	return children(items);
}
