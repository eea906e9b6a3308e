import { EVERYBODY, messages } from "@/models/message";
import type { Marked } from "./unread.ts";

/** Rooms asked for in one query; a person may be in thousands. */
const TOGETHER = 200;

/**
 * Messages by room, above the read mark, that name the person or everybody: from a small index of messages that name somebody,
 * nothing is kept per member. His own do not count.
 */
export async function countMentions(userId: string, list: Marked[]): Promise<Map<string, number>> {
	const mentions = new Map<string, number>();
	const behind = list.filter(({ room, membership }) => membership.lastReadSeq < room.lastSeq);
	for (let i = 0; i < behind.length; i += TOGETHER) {
		const found = await messages()
			.aggregate<{ _id: string; count: number }>([
				{
					$match: {
						$or: behind.slice(i, i + TOGETHER).map(({ room, membership }) => ({
							addressed: { $in: [userId, EVERYBODY] },
							roomId: room._id,
							seq: { $gt: membership.lastReadSeq, $lte: room.lastSeq },
						})),
						authorId: { $ne: userId },
					},
				},
				{ $group: { _id: "$roomId", count: { $sum: 1 } } },
			])
			.toArray();
		for (const { _id, count } of found) mentions.set(_id, count);
	}
	return mentions;
}
