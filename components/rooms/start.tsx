"use client";
import { Compass } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { replaceAddress } from "@/components/frame/address";
import { PlaceLink, roomPath } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { useWide } from "@/components/ui/use-media";
import { lastRoom } from "@/lib/client/place";
import { firstRoom } from "@/lib/client/room-order";
import { useRooms } from "@/lib/client/session";

/** Where one was last. On a phone this address is the list of rooms, and nothing is opened. */
export function Start() {
	const rooms = useRooms();
	const wide = useWide();
	const t = useTranslations("rooms");
	const room = rooms.find(({ id }) => id === lastRoom()) ?? firstRoom(rooms);

	useEffect(() => {
		if (wide && room) replaceAddress(roomPath(room.id), {});
	}, [wide, room]);

	return (
		<main className="grid flex-1 place-items-center">
			<PageTitle />
			{!room && (
				<Empty level="h1" icon={Compass} title={t("start.title")} text={t("start.text")}>
					<PlaceLink href="/directory" className={buttonLook("main")}>
						{t("ways.browse")}
					</PlaceLink>
				</Empty>
			)}
		</main>
	);
}
