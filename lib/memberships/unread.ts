import type { MembershipDoc } from "@/models/membership";
import { messages } from "@/models/message";
import type { RoomDoc } from "@/models/room";

export type Marked = { room: Pick<RoomDoc, "_id" | "lastSeq">; membership: Pick<MembershipDoc, "lastReadSeq"> };

/** Rooms asked for in one query; a person may be in thousands. */
const TOGETHER = 200;

/**
 * Unread messages by room: the numbers above the read mark, less those that do not count (deleted, notices, stubs), which
 * stand in a small index. Posting therefore writes nothing per member.
 */
export async function countUnread(list: Marked[]): Promise<Map<string, number>> {
	const unread = new Map(
		list.map(({ room, membership }) => [room._id, Math.max(0, room.lastSeq - membership.lastReadSeq)]),
	);
	const behind = list.filter(({ room, membership }) => membership.lastReadSeq < room.lastSeq);
	for (let i = 0; i < behind.length; i += TOGETHER) {
		const uncounted = await messages()
			.aggregate<{ _id: string; count: number }>([
				{
					$match: {
						uncounted: true,
						$or: behind.slice(i, i + TOGETHER).map(({ room, membership }) => ({
							roomId: room._id,
							// No further than the room was read: what came after is not in lastSeq either.
							seq: { $gt: membership.lastReadSeq, $lte: room.lastSeq },
							uncounted: true,
						})),
					},
				},
				{ $group: { _id: "$roomId", count: { $sum: 1 } } },
			])
			.toArray();
		for (const { _id, count } of uncounted) unread.set(_id, Math.max(0, (unread.get(_id) ?? 0) - count));
	}
	return unread;
}
