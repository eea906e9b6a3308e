import { rooms } from "@/models/room";
import { publish } from "../realtime/publish.ts";
import { viewRoomCore } from "./view-room.ts";

/** Sends the room's newest state to its members. */
export async function tellRoom(roomId: string): Promise<void> {
	const room = await rooms().findOne({ _id: roomId });
	if (room) publish({ room: roomId }, "room:changed", { room: viewRoomCore(room) });
}
