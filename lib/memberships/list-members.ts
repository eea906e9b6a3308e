import { memberships } from "@/models/membership";
import { type Account, accounts } from "../auth/accounts.ts";
import { seeRoom } from "../rooms/access.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { Member } from "../shared/schemas/room.ts";
import { viewUser } from "../users/view-user.ts";

/** The members of a room, the longest-joined first. @throws ParleyError `room-not-found`, `invalid-input` for a wrong cursor */
export async function listMembers(
	viewer: Account,
	roomId: string,
	page: { limit: number; cursor?: string | undefined },
): Promise<Page<Member>> {
	await seeRoom(viewer, roomId);
	const [after] = readCursor(page.cursor, 1);
	const found = await memberships()
		.find({ roomId, ...(after && { _id: { $gt: after } }) })
		.sort({ _id: 1 })
		.limit(page.limit + 1)
		.toArray();
	const { items, nextCursor } = pageOf(found, page.limit, ({ _id }) => [_id]);
	const people = new Map((await accounts(items.map(({ userId }) => userId))).map((person) => [person._id, person]));
	return {
		nextCursor,
		items: items.flatMap(({ userId, role, joinedAt }) => {
			const person = people.get(userId);
			return person ? [{ user: viewUser(person, viewer), role, joinedAt: joinedAt.toISOString() }] : [];
		}),
	};
}
