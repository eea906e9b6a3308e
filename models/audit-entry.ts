import { defineCollection } from "../lib/db/define-collection.ts";

export type AuditEntryDoc = {
	_id: string;
	at: Date;
	/** Absent when nobody was signed in (a failed sign-in). */
	actorId?: string;
	action: string;
	target?: string;
	before?: unknown;
	after?: unknown;
	address?: string;
};

export const auditEntries = defineCollection<AuditEntryDoc>("auditEntries", [
	{ key: { at: -1, _id: -1 } },
	{ key: { actorId: 1, at: -1 } },
]);
