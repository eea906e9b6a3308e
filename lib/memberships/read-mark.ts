import { memberships } from "@/models/membership";
import type { Account } from "../auth/accounts.ts";
import { publish } from "../realtime/publish.ts";
import { enter } from "../rooms/access.ts";
import { viewRoom } from "../rooms/view-room.ts";
import { ParleyError } from "../shared/errors.ts";
import type { RoomView } from "../shared/schemas/room.ts";

/**
 * Marks a room read up to a number; going back marks unread. All devices of the person hear of it.
 * @param seq above the room's last number: the last number
 */
export async function setReadMark(person: Account, roomId: string, seq: number): Promise<RoomView> {
	const { room } = await enter(person, roomId);
	const membership = await memberships().findOneAndUpdate(
		{ roomId, userId: person._id },
		{ $set: { lastReadSeq: Math.min(seq, room.lastSeq) } },
		{ returnDocument: "after" },
	);
	if (!membership) throw new ParleyError("room-not-found");
	const view = await viewRoom(person, room, membership);
	publish({ user: person._id }, "membership:changed", { room: view });
	return view;
}
