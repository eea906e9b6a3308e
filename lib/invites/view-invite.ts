import type { RoomInviteDoc } from "@/models/room-invite";
import type { Account } from "../auth/accounts.ts";
import { setting } from "../settings/settings.ts";
import type { Invite } from "../shared/schemas/invite.ts";
import { viewUser } from "../users/view-user.ts";

/** As who may invite sees it. */
export function viewInvite({ _id, code, createdAt, expiresAt, uses, used }: RoomInviteDoc, by: Account): Invite {
	return {
		id: _id,
		url: `${setting("Site_Url")}/join/${code}`,
		createdBy: viewUser(by),
		createdAt: createdAt.toISOString(),
		expiresAt: expiresAt?.toISOString() ?? null,
		uses,
		used,
	};
}
