import { defineCollection } from "../lib/db/define-collection.ts";
import type { ReasonFor } from "../lib/shared/notification-reasons.ts";

const KEPT_FOR_DAYS = 30;

/** That somebody was alerted to a message, and why: what "Why was I notified?" answers from. */
export type AlertDoc = {
	_id: string;
	messageId: string;
	userId: string;
	why: ReasonFor;
	at: Date;
};

export const alerts = defineCollection<AlertDoc>("alerts", [
	{ key: { messageId: 1, userId: 1 }, unique: true },
	{ key: { at: 1 }, expireAfterSeconds: KEPT_FOR_DAYS * 24 * 60 * 60 },
]);
