import { roomInvites } from "@/models/room-invite";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { enterWithRight } from "../rooms/access.ts";

/**
 * The link opens the room for nobody from now on; who joined by it stays. Doing it twice changes nothing.
 * @throws ParleyError `not-allowed`, `not-a-member`, `room-not-found`
 */
export async function revokeInvite(actor: Account, roomId: string, inviteId: string): Promise<void> {
	const { room } = await enterWithRight(actor, roomId, "manage-members");
	const { deletedCount } = await roomInvites().deleteOne({ _id: inviteId, roomId: room._id });
	if (deletedCount === 1) await recordAudit({ actorId: actor._id, action: "invite.revoked", target: room._id });
}
