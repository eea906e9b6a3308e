import { defineCollection } from "../lib/db/define-collection.ts";
import type { RoomRole } from "../lib/shared/permissions.ts";
import type { InvolvementLevel } from "../lib/shared/schemas/room.ts";

export type MembershipDoc = {
	_id: string;
	roomId: string;
	userId: string;
	role: RoomRole;
	/** Everything up to this number of the room is read. */
	lastReadSeq: number;
	joinedAt: Date;
	/** What of the room alerts its member; absent: as he prefers for all rooms. */
	level?: Exclude<InvolvementLevel, "default">;
	email?: Exclude<InvolvementLevel, "default">;
	/** Nothing alerts before this time. */
	mutedUntil?: Date;
	favorite?: true;
};

export const memberships = defineCollection<MembershipDoc>("memberships", [
	{ key: { roomId: 1, userId: 1 }, unique: true },
	{ key: { userId: 1, roomId: 1 } },
	{ key: { roomId: 1, level: 1 }, partialFilterExpression: { level: "all" } },
	{ key: { roomId: 1, role: 1 }, partialFilterExpression: { role: "owner" } },
]);
