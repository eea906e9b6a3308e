"use client";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { RoomIcon } from "@/components/rooms/room-icon";
import { useRoomName } from "@/components/rooms/use-room-name";
import { IconButton } from "@/components/ui/icon-button";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Where the message goes, and the way to choose again. */
export function ChosenRoom({ room, onDrop }: { room: RoomView; onDrop: () => void }) {
	const t = useTranslations("forward");
	const nameOf = useRoomName();
	return (
		<div>
			<p className="mb-1.5 text-ui font-medium">{t("to")}</p>
			<p className="flex min-h-(--control-height) items-center gap-2.5 rounded-md bg-chip ps-3 pe-1">
				<span className="grid w-5.5 shrink-0 place-items-center text-muted">
					<RoomIcon room={room} presence />
				</span>
				<bdi className="cut flex-1 font-medium">{nameOf(room)}</bdi>
				<IconButton size="small" icon={X} label={t("otherRoom")} onClick={onDrop} />
			</p>
		</div>
	);
}
