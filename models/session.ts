import { defineCollection } from "../lib/db/define-collection.ts";
import type { EndReason } from "../lib/shared/end-reasons.ts";

export type SessionDoc = {
	_id: string;
	/** SHA-256 of the 256-bit token, base64url; the token itself is never kept. */
	tokenHash: string;
	userId: string;
	/** `page`: within next-auth's cookie; `token`: given out by `POST /api/login`. */
	kind: "page" | "token";
	device: string;
	address: string;
	createdAt: Date;
	lastUsedAt: Date;
	expiresAt: Date;
	/** Ended sessions stay for a moment, so that every process learns why, and are then removed by the expiry index. */
	endedAt?: Date;
	endReason?: EndReason;
};

export const sessions = defineCollection<SessionDoc>("sessions", [
	{ key: { tokenHash: 1 }, unique: true },
	{ key: { userId: 1 } },
	{ key: { expiresAt: 1 }, expireAfterSeconds: 0 },
]);
