import { EVERYBODY, MENTIONS_INDEX, type MessageDoc, messages, WITHOUT_TERMS } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { membershipsOf } from "../memberships/memberships-of.ts";
import { seeRooms } from "../rooms/access.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { Message } from "../shared/schemas/message.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Messages of others that name a person, or everybody in a room that he is in, or hold one of his keywords there; the newest first, as
 * far as he may read them now. A page may hold fewer than its limit, and others follow.
 */
export async function listMentions(
	person: Account,
	{ limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Message>> {
	const mine = new Map((await membershipsOf(person._id)).map(({ roomId, joinedAt }) => [roomId, joinedAt]));
	const [at, id] = readCursor(cursor, 2);
	// The time in each branch, so that each is read from its place in the index on.
	const until = at !== undefined && { at: { $lte: new Date(at) } };
	const found = await messages()
		.find(
			{
				$or: [
					{ addressed: person._id, ...until },
					{ addressed: EVERYBODY, roomId: { $in: [...mine.keys()] }, ...until },
				],
				authorId: { $ne: person._id },
				...(at !== undefined && id !== undefined && { $nor: [{ at: new Date(at), _id: { $lte: id } }] }),
			},
			WITHOUT_TERMS,
		)
		.hint(MENTIONS_INDEX)
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
