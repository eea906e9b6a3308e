import { roomInvites } from "@/models/room-invite";
import { type Account, accounts } from "../auth/accounts.ts";
import { enterWithRight } from "../rooms/access.ts";
import { MAX_INVITES } from "../shared/limits.ts";
import type { Invite } from "../shared/schemas/invite.ts";
import { live } from "./live.ts";
import { viewInvite } from "./view-invite.ts";

/** A room's links that still open it, the newest first. @throws ParleyError `not-allowed`, `not-a-member`, `room-not-found` */
export async function listInvites(actor: Account, roomId: string): Promise<Invite[]> {
	const { room } = await enterWithRight(actor, roomId, "manage-members");
	const found = await roomInvites()
		.find({ roomId: room._id, ...live() })
		.sort({ createdAt: -1 })
		.limit(MAX_INVITES)
		.toArray();
	const people = new Map((await accounts(found.map(({ createdBy }) => createdBy))).map((each) => [each._id, each]));
	return found.flatMap((invite) => {
		const by = people.get(invite.createdBy);
		return by ? [viewInvite(invite, by)] : [];
	});
}
