import { defineCollection } from "../lib/db/define-collection.ts";

/** A link that was sent by mail and opens something of an account once. */
export type AccountLinkDoc = {
	/** SHA-256 of the 256-bit token, base64url; the token itself stands in the mail alone. */
	_id: string;
	kind: "password-reset";
	userId: string;
	expiresAt: Date;
};

export const accountLinks = defineCollection<AccountLinkDoc>("accountLinks", [
	{ key: { userId: 1, kind: 1 } },
	{ key: { expiresAt: 1 }, expireAfterSeconds: 0 },
]);
