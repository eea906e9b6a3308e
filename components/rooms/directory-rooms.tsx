"use client";
import { Hash, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { listRooms } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { may } from "@/lib/client/rights";
import { inOrder } from "@/lib/client/room-order";
import { useMe, useRooms } from "@/lib/client/session";
import { DirectoryRow } from "./directory-row";
import { FoundList } from "./found-list";

/** Public rooms, and the private ones that I am in. */
export function DirectoryRooms({ query }: { query: string }) {
	const me = useMe();
	const mine = useRooms();
	const t = useTranslations("rooms");
	const folded = query.toLowerCase();
	const { favorites, named } = inOrder(mine);
	const privateRooms = [...favorites, ...named].filter(
		(room) => room.kind === "private" && room.displayName.toLowerCase().includes(folded),
	);
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	const isFirst = query === "";
	return (
		<FoundList
			label={t("directory.list.rooms")}
			queryKey={keys.directory(query)}
			fetchPage={(cursor) => listRooms({ query, kind: "public", cursor })}
			rows={(rooms, isAll) =>
				[...rooms, ...(isAll ? privateRooms : [])].map((room) => (
					<DirectoryRow key={room.id} room={mine.find(({ id }) => id === room.id) ?? room} />
				))
			}
			nothing={
				<Empty
					icon={isFirst ? Hash : SearchX}
					title={isFirst ? t("directory.noRooms") : t("directory.noRoom", { words: query })}
					text={isFirst ? t("directory.noRoomsText") : t("directory.noRoomText")}
				>
					{mayCreate && (
						<Button
							onClick={() => openOverlay({ name: "room", roomName: query.replaceAll(/\s+/g, "-").toLowerCase() })}
						>
							{t("create.title")}
						</Button>
					)}
				</Empty>
			}
		/>
	);
}
