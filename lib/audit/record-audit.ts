import { type AuditEntryDoc, auditEntries } from "@/models/audit-entry";
import { newId } from "../shared/ids.ts";

/** Notes who did what to whom. Never a message's text, a password or a secret's value. */
export async function recordAudit(entry: Omit<AuditEntryDoc, "_id" | "at">): Promise<void> {
	await auditEntries().insertOne({ _id: newId(), at: new Date(), ...entry });
}
