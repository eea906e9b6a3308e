import { defineCollection } from "../lib/db/define-collection.ts";

/** A link by which whoever is signed in and has it joins a room. */
export type RoomInviteDoc = {
	_id: string;
	roomId: string;
	/** 128 random bits, base64url. Kept as it is: who may invite can copy the link again. */
	code: string;
	createdBy: string;
	createdAt: Date;
	/** Removed by its index then; until that has come, no longer live. */
	expiresAt?: Date;
	/** How many people may join by it; null: any number. */
	uses: number | null;
	used: number;
};

export const roomInvites = defineCollection<RoomInviteDoc>("roomInvites", [
	{ key: { code: 1 }, unique: true },
	{ key: { roomId: 1, createdAt: -1 } },
	{ key: { expiresAt: 1 }, expireAfterSeconds: 0 },
]);
