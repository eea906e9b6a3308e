"use client";
import { countOf } from "@/lib/client/room-order";
import { useRooms } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** With the number of what is meant for me, so that it is seen on the tab. */
export function useRoomTitle(room: RoomView, site: string): string {
	const count = useRooms().reduce((sum, other) => sum + countOf(other), 0);
	return `${count > 0 ? `(${count}) ` : ""}${room.displayName} · ${site}`;
}
