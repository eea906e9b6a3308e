import { EVERYBODY, messages, WITHOUT_TERMS } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { roomIdsOf } from "../memberships/room-ids.ts";
import { seeRooms } from "../rooms/access.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { Message } from "../shared/schemas/message.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Messages of others that name a person, or everybody in a room that he is in; the newest first, as far as he may read them now. A page
 * may hold fewer than its limit, and others follow.
 */
export async function listMentions(
	person: Account,
	{ limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Message>> {
	const [at, id] = readCursor(cursor, 2);
	const isFurther = at !== undefined && id !== undefined;
	const further = isFurther && {
		$or: [{ at: { $lt: new Date(at) } }, { at: new Date(at), _id: { $gt: id } }],
	};
	const found = await messages()
		.find(
			{
				authorId: { $ne: person._id },
				$and: [
					{
						$or: [{ addressed: person._id }, { addressed: EVERYBODY, roomId: { $in: await roomIdsOf(person._id) } }],
					},
					...(further ? [further] : []),
				],
			},
			WITHOUT_TERMS,
		)
		.sort({ at: -1, _id: 1 })
		.limit(limit + 1)
		.toArray();
	const page = pageOf(found, limit, (message) => [message.at.toISOString(), message._id]);
	const rooms = await seeRooms(person, [...new Set(page.items.map(({ roomId }) => roomId))]);
	const readable = page.items.filter(({ roomId }) => rooms.has(roomId));
	return { items: await viewMessages(readable), nextCursor: page.nextCursor };
}
