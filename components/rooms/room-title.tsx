"use client";
import { countOf } from "@/lib/client/room-order";
import { useRooms, useServerInfo } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** With the number of what is meant for me, so that it is seen on the tab. */
export function RoomTitle({ room }: { room: RoomView }) {
	const { name } = useServerInfo();
	const count = useRooms().reduce((sum, other) => sum + countOf(other), 0);
	return <title>{`${count > 0 ? `(${count}) ` : ""}${room.displayName} · ${name}`}</title>;
}
