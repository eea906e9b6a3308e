"use client";
import { Compass, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { endMutes } from "@/lib/client/involvement";
import { may } from "@/lib/client/rights";
import { inOrder } from "@/lib/client/room-order";
import { useMe, useRooms } from "@/lib/client/session";
import { Section } from "./section";

/** With fewer rooms, the directory is what one looks for. */
const FEW_ROOMS = 5;

export function RoomLists() {
	const me = useMe();
	const rooms = useRooms();
	const router = useRouter();
	const t = useTranslations("sidebar");
	const { favorites, named, direct } = useMemo(() => inOrder(rooms), [rooms]);
	useEffect(() => endMutes(rooms), [rooms]);
	const browse = () => router.push("/directory");
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	return (
		<>
			{favorites.length > 0 && (
				<Section name="favorites" title={t("favorites")} rooms={favorites} empty="" action={null} />
			)}
			<Section
				name="rooms"
				title={t("rooms.title")}
				rooms={named}
				empty={favorites.length === 0 ? t("rooms.empty") : t("rooms.noOthers")}
				action={
					<Menu
						label={t("rooms.add")}
						items={[
							{ label: t("rooms.browse"), icon: Compass, onSelect: browse },
							...(mayCreate
								? [{ label: t("rooms.new"), icon: Plus, onSelect: () => openOverlay({ name: "room" }) }]
								: []),
						]}
						trigger={(props) => <IconButton size="small" icon={Plus} label={t("rooms.add")} {...props} />}
					/>
				}
			>
				{named.length + favorites.length < FEW_ROOMS && (
					<button
						type="button"
						onClick={browse}
						className="flex h-(--row-height) w-full items-center gap-2.5 rounded-sm px-2 text-muted hover:bg-row-hover focus-visible:-outline-offset-2 max-md:gap-3 max-md:text-base"
					>
						<Compass size={18} strokeWidth={1.75} aria-hidden className="opacity-85" />
						{t("rooms.browse")}
					</button>
				)}
			</Section>
			<Section
				name="direct"
				title={t("direct.title")}
				rooms={direct}
				empty={favorites.some((room) => room.kind === "direct") ? t("direct.noOthers") : t("direct.empty")}
				action={
					may(me, "room-create-direct") && (
						<IconButton
							size="small"
							icon={Plus}
							label={t("direct.start")}
							onClick={() => openOverlay({ name: "direct" })}
						/>
					)
				}
			/>
		</>
	);
}
