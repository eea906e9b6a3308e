import { useTranslations } from "use-intl";
import { isNotes } from "@/lib/client/room-order";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** What a room is called on the page. The one with oneself says so: its name alone looks like another person. */
export function useRoomName(): (room: RoomView) => string {
	const t = useTranslations("rooms");
	const me = useMe();
	return (room) => (isNotes(room, me.id) ? t("nameOfNotes", { name: room.displayName }) : room.displayName);
}
