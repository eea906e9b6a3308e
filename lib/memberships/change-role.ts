import { memberships } from "@/models/membership";
import { rooms } from "@/models/room";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { mongoClient } from "../db/client.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { enterWithRight } from "../rooms/access.ts";
import { ParleyError } from "../shared/errors.ts";
import type { RoomRole } from "../shared/permissions.ts";
import { needOwner } from "./remove-member.ts";
import { tellMember } from "./tell-member.ts";

/**
 * Gives a member another role in the room.
 * @throws ParleyError `member-not-found`, `last-owner`, `not-allowed`, `room-not-found`
 */
export async function changeRole(actor: Account, roomId: string, userId: string, role: RoomRole): Promise<void> {
	const { room } = await enterWithRight(actor, roomId, "give-roles");
	if (room.kind === "direct") throw new ParleyError("not-allowed");
	const before = await mongoClient().withSession((session) =>
		session.withTransaction(async () => {
			// Takes its turn on the room, as leaving does: two owners must not give up their roles at once.
			await rooms().updateOne({ _id: roomId }, { $set: { rolesChangedAt: new Date() } }, { session });
			const member = await memberships().findOneAndUpdate({ roomId, userId }, { $set: { role } }, { session });
			if (!member) throw new ParleyError("member-not-found");
			await needOwner(roomId, session);
			return member.role;
		}),
	);
	if (before === role) return;
	await writeNotice(roomId, actor._id, { type: "role", userIds: [userId], from: before, to: role });
	await recordAudit({
		actorId: actor._id,
		action: "room.role-changed",
		target: roomId,
		before: { userId, role: before },
		after: { userId, role },
	});
	await tellMember(roomId, userId);
}
