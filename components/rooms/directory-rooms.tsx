"use client";
import { Hash, SearchX } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Select } from "@/components/ui/select-field";
import { listRooms, type RoomSort } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { may } from "@/lib/client/rights";
import { inOrder } from "@/lib/client/room-order";
import { useMe, useRooms } from "@/lib/client/session";
import { foldName } from "@/lib/shared/fold-name";
import type { RoomView } from "@/lib/shared/schemas/room";
import { DirectoryRow } from "./directory-row";
import { FoundList } from "./found-list";

/** As the server sorts them. */
const orders: Record<RoomSort, (a: RoomView, b: RoomView) => number> = {
	name: (a, b) => (foldName(a.displayName) < foldName(b.displayName) ? -1 : 1),
	members: (a, b) => b.memberCount - a.memberCount,
	activity: (a, b) => (b.lastMessageAt ?? "").localeCompare(a.lastMessageAt ?? ""),
};
const sorts: RoomSort[] = ["name", "members", "activity"];

/** Public rooms, and the private ones that I am in. */
export function DirectoryRooms({ query }: { query: string }) {
	const me = useMe();
	const mine = useRooms();
	const sortId = useId();
	const t = useTranslations("rooms");
	const folded = query.toLowerCase();
	const { favorites, named } = inOrder(mine);
	const privateRooms = [...favorites, ...named].filter(
		(room) => room.kind === "private" && room.displayName.toLowerCase().includes(folded),
	);
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	const isFirst = query === "";
	const [sort, setSort] = useState<RoomSort>("name");
	return (
		<>
			<div className="mt-3 flex items-center justify-end gap-2 text-sm text-muted">
				<label htmlFor={sortId}>{t("directory.sort")}</label>
				<div className="w-44">
					<Select
						id={sortId}
						value={sort}
						options={sorts.map((value) => ({ value, label: t(`directory.by.${value}`) }))}
						onChange={(event) => setSort(sorts.find((one) => one === event.target.value) ?? sort)}
					/>
				</div>
			</div>
			<FoundList
				label={t("directory.list.rooms")}
				queryKey={keys.directory(`${sort} ${query}`)}
				fetchPage={(cursor) => listRooms({ query, kind: "public", sort, cursor })}
				rows={(rooms, isAll) =>
					// Private ones are not asked for: they take their places when all others are there.
					(isAll ? [...rooms, ...privateRooms].sort(orders[sort]) : rooms).map((room) => (
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
		</>
	);
}
