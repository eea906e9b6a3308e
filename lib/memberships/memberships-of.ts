import { type MembershipDoc, memberships } from "@/models/membership";
import { loadTogether } from "../db/load-together.ts";

/** All memberships of a person: what a thousand people ask who come back at once. */
export function membershipsOf(userId: string): Promise<MembershipDoc[]> {
	const load = (userIds: string[]) =>
		memberships()
			.find({ userId: { $in: userIds } })
			.toArray();
	return loadTogether("memberships-of", userId, load, (membership) => membership.userId);
}
