import type { Filter } from "mongodb";
import { type AuditEntryDoc, auditEntries } from "@/models/audit-entry";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { AuditEntry } from "../shared/schemas/server.ts";

/**
 * The audit log, newest first.
 * @param query an action (`setting.changed`), or the id of an actor or a target
 */
export async function listAudit({
	query,
	limit,
	cursor,
}: {
	query?: string | undefined;
	limit: number;
	cursor?: string | undefined;
}): Promise<Page<AuditEntry>> {
	const [at, id] = readCursor(cursor, 2);
	const filters: Filter<AuditEntryDoc>[] = [];
	if (query) filters.push({ $or: [{ action: query }, { actorId: query }, { target: query }] });
	if (at && id) filters.push({ $or: [{ at: { $lt: new Date(at) } }, { at: new Date(at), _id: { $lt: id } }] });
	const found = await auditEntries()
		.find(filters.length > 0 ? { $and: filters } : {})
		.sort({ at: -1, _id: -1 })
		.limit(limit + 1)
		.toArray();
	const page = pageOf(found, limit, (entry) => [entry.at.toISOString(), entry._id]);
	return { items: page.items.map(viewEntry), nextCursor: page.nextCursor };
}

function viewEntry({ _id, at, actorId, action, target, before, after, address }: AuditEntryDoc): AuditEntry {
	return {
		id: _id,
		at: at.toISOString(),
		actor: actorId ?? null,
		action,
		target: target ?? null,
		...(before !== undefined && { before }),
		...(after !== undefined && { after }),
		address: address ?? null,
	};
}
