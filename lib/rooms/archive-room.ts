import { rooms } from "@/models/room";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { ParleyError } from "../shared/errors.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import { enterWithRight, seeRoom } from "./access.ts";
import { tellRoom } from "./tell-room.ts";
import { viewRoom } from "./view-room.ts";

/**
 * Closes a room for writing and joining, or opens it again; its history stays. Doing it twice changes nothing.
 * @throws ParleyError `not-allowed`, `not-a-member`, `room-not-found`
 */
export async function setArchived(actor: Account, roomId: string, archived: boolean): Promise<RoomView> {
	const { room } = await enterWithRight(actor, roomId, "archive-room");
	if (room.kind === "direct") throw new ParleyError("not-allowed");
	// Only where it is not so yet: of two who archive at once one notes it.
	const { modifiedCount } = await rooms().updateOne(
		{ _id: roomId, archivedAt: { $exists: !archived } },
		archived ? { $set: { archivedAt: new Date() } } : { $unset: { archivedAt: true } },
	);
	if (modifiedCount === 1) {
		await writeNotice(roomId, actor._id, { type: archived ? "archived" : "unarchived" });
		await tellRoom(roomId);
		await recordAudit({ actorId: actor._id, action: archived ? "room.archived" : "room.unarchived", target: roomId });
	}
	const now = await seeRoom(actor, roomId);
	return viewRoom(actor, now.room, now.membership);
}
