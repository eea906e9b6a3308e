import type { ClientSession } from "mongodb";
import { memberships } from "@/models/membership";
import { type RoomDoc, rooms } from "@/models/room";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { mongoClient } from "../db/client.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { leaveRoom, publish } from "../realtime/publish.ts";
import { enter, enterWithRight, hasRight } from "../rooms/access.ts";
import { viewRoomCore } from "../rooms/view-room.ts";
import { ParleyError } from "../shared/errors.ts";

/**
 * Leaves a room. Direct rooms cannot be left: their people never change.
 * @throws ParleyError `last-owner` while others stay, `not-a-member`, `room-not-found`
 */
export async function leave(person: Account, roomId: string): Promise<void> {
	const { room } = await enter(person, roomId);
	if (room.kind === "direct") throw new ParleyError("not-allowed");
	await end(roomId, person._id);
	await writeNotice(roomId, person._id, { type: "left" });
}

/**
 * Removes somebody from a room. Moderators remove members, owners anybody.
 * @throws ParleyError `member-not-found`, `last-owner`, `not-allowed`, and those of `leave`
 */
export async function removeMember(actor: Account, roomId: string, userId: string): Promise<void> {
	if (userId === actor._id) return leave(actor, roomId);
	const seen = await enterWithRight(actor, roomId, "manage-members");
	if (seen.room.kind === "direct") throw new ParleyError("not-allowed");
	const target = await memberships().findOne({ roomId, userId });
	if (!target) throw new ParleyError("member-not-found");
	if (target.role !== "member" && !hasRight(actor, seen, "give-roles")) throw new ParleyError("not-allowed");
	await end(roomId, userId);
	await writeNotice(roomId, actor._id, { type: "removed", userIds: [userId] });
	await recordAudit({ actorId: actor._id, action: "room.member-removed", target: roomId, before: { userId } });
}

async function end(roomId: string, userId: string): Promise<void> {
	const room = await deleteKeepingAnOwner(roomId, userId);
	leaveRoom(userId, roomId);
	publish({ user: userId }, "membership:removed", { roomId });
	publish({ room: roomId }, "room:changed", { room: viewRoomCore(room) });
}

async function deleteKeepingAnOwner(roomId: string, userId: string): Promise<RoomDoc> {
	return mongoClient().withSession((session) =>
		session.withTransaction(async () => {
			// First, so that it takes its turn on the room: of two owners who leave at once the second sees the first one gone.
			const room = await rooms().findOneAndUpdate(
				{ _id: roomId },
				{ $inc: { memberCount: -1 } },
				{ session, returnDocument: "after" },
			);
			const gone = await memberships().findOneAndDelete({ roomId, userId }, { session });
			if (!room || !gone) throw new ParleyError("member-not-found");
			if (gone.role === "owner") await needOwner(roomId, session);
			return room;
		}),
	);
}

/** @throws ParleyError `last-owner` when people are in the room and none of them owns it */
export async function needOwner(roomId: string, session: ClientSession): Promise<void> {
	if (await memberships().findOne({ roomId, role: "owner" }, { session })) return;
	if (await memberships().findOne({ roomId }, { session })) throw new ParleyError("last-owner");
}
