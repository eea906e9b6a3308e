import { defineCollection } from "../lib/db/define-collection.ts";

/** 0: somebody waits for it now (passwords, confirmations); 1: about an account; 2: news. */
export type MailPriority = 0 | 1 | 2;

export type MailProblem = { at: Date; code: string; reply: string };

/** A mail that waits to be sent, was sent, or could not be. */
export type MailDoc = {
	_id: string;
	to: string;
	/** Whose address it is. */
	userId?: string;
	template: string;
	subject: string;
	/** Until it is sent: a sent mail may hold what opens an account. */
	html?: string;
	text?: string;
	priority: MailPriority;
	state: "waiting" | "sent" | "failed";
	queuedAt: Date;
	/** Not sent before. */
	dueAt: Date;
	/** Of no use to anybody after it. */
	uselessAt?: Date;
	tries: number;
	triedAt?: Date;
	/** A process is sending it. */
	lockedUntil?: Date;
	lastProblem?: MailProblem;
	sentAt?: Date;
	removeAt?: Date;
};

export const mails = defineCollection<MailDoc>("mails", [
	{ key: { state: 1, priority: 1, dueAt: 1 } },
	{ key: { state: 1, queuedAt: -1 } },
	{ key: { triedAt: 1 } },
	{ key: { removeAt: 1 }, expireAfterSeconds: 0 },
]);
