import type { MembershipDoc } from "@/models/membership";
import type { RoomDoc } from "@/models/room";
import { type RoomInviteDoc, roomInvites } from "@/models/room-invite";
import { type Account, accounts } from "../auth/accounts.ts";
import { insertMembers, welcome } from "../memberships/add-members.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { needNotArchived, seeRoom } from "../rooms/access.ts";
import { readRoom } from "../rooms/read-together.ts";
import { viewRoom } from "../rooms/view-room.ts";
import { ParleyError } from "../shared/errors.ts";
import type { Invitation } from "../shared/schemas/invite.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import { viewUser } from "../users/view-user.ts";
import { live } from "./live.ts";

type Found = { invite: RoomInviteDoc; room: RoomDoc; membership: MembershipDoc | null | undefined };

/** What one would join by a link. @throws ParleyError `invite-not-found` when it opens nothing, or no longer */
export async function seeInvite(person: Account, code: string): Promise<Invitation> {
	const { invite, room, membership } = await find(person, code);
	const [by] = await accounts([invite.createdBy]);
	if (!by) throw new ParleyError("invite-not-found");
	const { _id: id, kind, name = "", topic, memberCount } = room;
	return {
		room: { id, kind, name, topic, memberCount },
		invitedBy: viewUser(by),
		expiresAt: invite.expiresAt?.toISOString() ?? null,
		joined: Boolean(membership),
	};
}

/**
 * Joins the room of a link; who is in it already stays as he is, and uses nothing up.
 * @throws ParleyError `invite-not-found`, `room-archived`
 */
export async function joinByInvite(person: Account, code: string): Promise<RoomView> {
	const { invite, room, membership } = await find(person, code);
	if (!membership) {
		needNotArchived(room);
		await enterBy(invite, room, person);
	}
	const now = await seeRoom(person, room._id);
	return viewRoom(person, now.room, now.membership);
}

async function find(person: Account, code: string): Promise<Found> {
	const invite = await roomInvites().findOne({ code, ...live() });
	const { room, membership } = invite ? await readRoom(invite.roomId, person._id) : {};
	if (!invite || !room) throw new ParleyError("invite-not-found");
	return { invite, room, membership };
}

async function enterBy({ _id }: RoomInviteDoc, room: RoomDoc, person: Account): Promise<void> {
	// Counted in one step with the question whether it is live: of two who come at once with the last use, one joins.
	const { matchedCount } = await roomInvites().updateOne({ _id, ...live() }, { $inc: { used: 1 } });
	if (matchedCount === 0) throw new ParleyError("invite-not-found");
	const [added] = await insertMembers(room, [{ userId: person._id, role: "member" }]);
	if (!added) return void (await roomInvites().updateOne({ _id }, { $inc: { used: -1 } }));
	await writeNotice(room._id, person._id, { type: "joined" });
	await welcome(room._id, [person]);
}
