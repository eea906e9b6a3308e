"use client";
import { CheckCheck, ChevronDown, Compass, PanelLeftClose, Plus, Search, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { searchPath, useGo } from "@/components/frame/navigation";
import { openOverlay } from "@/components/frame/overlay";
import { useKeysText } from "@/components/ui/keys";
import { Mark } from "@/components/ui/logo";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useWide } from "@/components/ui/use-media";
import { readAll } from "@/lib/client/read-all";
import { may } from "@/lib/client/rights";
import { useMe, useRooms, useServerInfo, useUnreadThreads } from "@/lib/client/session";
import { setSidebarCollapsed } from "@/lib/client/sidebar";

/** The site's name, and what there is to find and to make in it. */
export function SiteMenu() {
	const me = useMe();
	const rooms = useRooms();
	const threads = useUnreadThreads();
	const wide = useWide();
	const router = useRouter();
	const go = useGo();
	const { name } = useServerInfo();
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
	return (
		<div className="flex min-w-0 flex-1">
			<Menu
				label={name}
				items={items}
				side="start"
				trigger={(props) => (
					<button
						type="button"
						{...props}
						title={name}
						className="flex h-9 min-w-0 items-center gap-2 rounded-sm ps-2 pe-1.5 hover:bg-row-hover pointer-coarse:h-11 max-md:gap-2.5"
					>
						<Mark />
						<span dir="auto" className="cut text-base font-semibold max-md:text-xl max-md:tracking-tight">
							{name}
						</span>
						<ChevronDown size={14} aria-hidden className="shrink-0 text-faint" />
					</button>
				)}
			/>
		</div>
	);
}
