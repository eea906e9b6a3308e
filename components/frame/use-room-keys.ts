"use client";
import { useEffect, useEffectEvent } from "react";
import { inOrder, isUnread } from "@/lib/client/room-order";
import { useRooms } from "@/lib/client/session";
import { roomPath, useGo, useRoomId } from "./navigation";

/** Alt+↑/↓ goes to the next room of the sidebar, with Shift to the next unread one. */
export function useRoomKeys(): void {
	const rooms = useRooms();
	const here = useRoomId();
	const go = useGo();
	const onKey = useEffectEvent((event: KeyboardEvent) => {
		if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown"))
			return;
		const { named, direct } = inOrder(rooms);
		const all = [...named, ...direct].filter((room) => !event.shiftKey || room.id === here || isUnread(room));
		const at = all.findIndex((room) => room.id === here);
		const next = all.at(event.key === "ArrowUp" ? (at <= 0 ? -1 : at - 1) : (at + 1) % all.length);
		event.preventDefault();
		if (next && next.id !== here) go(roomPath(next.id));
	});
	useEffect(() => {
		const listener = (event: KeyboardEvent) => onKey(event);
		addEventListener("keydown", listener);
		return () => removeEventListener("keydown", listener);
	}, []);
}
