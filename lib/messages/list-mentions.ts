import { EVERYBODY, type MessageDoc, messages, WITHOUT_TERMS } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { membershipsOf } from "../memberships/memberships-of.ts";
import { seeRooms } from "../rooms/access.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { Message } from "../shared/schemas/message.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Messages of others that name a person, or everybody in a room that he is in, or hold one of his keywords there; the newest first, as far
 * as he may read them now. A page
 * may hold fewer than its limit, and others follow.
 */
export async function listMentions(
	person: Account,
	{ limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Message>> {
	const mine = new Map((await membershipsOf(person._id)).map(({ roomId, joinedAt }) => [roomId, joinedAt]));
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
						$or: [{ addressed: person._id }, { addressed: EVERYBODY, roomId: { $in: [...mine.keys()] } }],
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
	// Calls of everybody, and keywords, are for those who were there.
	const wasThere = ({ roomId, at: sentAt }: MessageDoc) => sentAt >= (mine.get(roomId) ?? Number.POSITIVE_INFINITY);
	const isMeant = (message: MessageDoc) => message.mentions?.users.includes(person._id) || wasThere(message);
	const readable = page.items.filter((message) => rooms.has(message.roomId) && isMeant(message));
	return { items: await viewMessages(readable), nextCursor: page.nextCursor };
}
