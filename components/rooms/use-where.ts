"use client";
import type { RoomView } from "@/lib/shared/schemas/room";
import { useRoomName } from "./use-room-name";

/** A room as a place in a line: #harbour, or the people of a direct one. */
export function useWhere(): (room: RoomView) => string {
	const nameOf = useRoomName();
	return (room) => (room.kind === "direct" ? nameOf(room) : `#${room.displayName}`);
}
