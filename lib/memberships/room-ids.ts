import type { Filter } from "mongodb";
import { type MembershipDoc, memberships } from "@/models/membership";
import { membershipsOf } from "./memberships-of.ts";

/** The ids of the rooms that a person is in. */
export async function roomIdsOf(userId: string): Promise<string[]> {
	return (await membershipsOf(userId)).map(({ roomId }) => roomId);
}

/**
 * The same, straight from an index: a fifth of the work for somebody in a thousand rooms. Not shared with others who ask at the same
 * time, as `roomIdsOf` is.
 * @param among only of these rooms
 */
export async function indexedRoomIdsOf(userId: string, among?: string[]): Promise<string[]> {
	const filter: Filter<MembershipDoc> = { userId, ...(among && { roomId: { $in: among } }) };
	const found = await memberships()
		.find(filter, { projection: { _id: 0, roomId: 1 } })
		.hint({ userId: 1, roomId: 1 })
		.toArray();
	return found.map(({ roomId }) => roomId);
}
