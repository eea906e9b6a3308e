"use client";
import { useRoomId } from "@/components/frame/navigation";
import { RoomPane } from "./room-pane";
import { Start } from "./start";

export function Conversation() {
	const roomId = useRoomId();
	return roomId ? <RoomPane key={roomId} id={roomId} /> : <Start />;
}
