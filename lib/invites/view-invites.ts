import type { RoomInviteDoc } from "@/models/room-invite";
import { accounts } from "../auth/accounts.ts";
import { setting } from "../settings/settings.ts";
import type { Invite } from "../shared/schemas/invite.ts";
import { viewUser } from "../users/view-user.ts";

/** As who may invite sees them. */
export async function viewInvites(docs: RoomInviteDoc[]): Promise<Invite[]> {
	const people = new Map((await accounts(docs.map(({ createdBy }) => createdBy))).map((each) => [each._id, each]));
	return docs.flatMap(({ _id, code, createdBy, createdAt, expiresAt, uses, used }) => {
		const by = people.get(createdBy);
		if (!by) return [];
		return {
			id: _id,
			url: `${setting("Site_Url")}/join/${code}`,
			createdBy: viewUser(by),
			createdAt: createdAt.toISOString(),
			expiresAt: expiresAt?.toISOString() ?? null,
			uses,
			used,
		};
	});
}
