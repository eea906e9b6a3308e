import type { Filter } from "mongodb";
import type { RoomInviteDoc } from "@/models/room-invite";

/** Invites that still open their room: not over, and not used up. */
export function live(now: Date = new Date()): Filter<RoomInviteDoc> {
	return {
		$and: [
			{ $or: [{ expiresAt: { $exists: false } }, { expiresAt: { $gt: now } }] },
			{ $or: [{ uses: null }, { $expr: { $lt: ["$used", "$uses"] } }] },
		],
	};
}
