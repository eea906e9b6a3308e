import { messages } from "@/models/message";
import type { ThreadFollowDoc } from "@/models/thread-follow";
import type { FollowedThread } from "../shared/schemas/message.ts";

/** More unread replies than this in one thread are told as this many. */
const MOST_COUNTED = 1_000;

/** How threads stand for those who follow them, in the same order; one query for each thread. */
export async function viewFollows(follows: ThreadFollowDoc[]): Promise<FollowedThread[]> {
	const lowest = new Map<string, number>();
	for (const { threadId, lastReadSeq } of follows) {
		lowest.set(threadId, Math.min(lowest.get(threadId) ?? Number.POSITIVE_INFINITY, lastReadSeq));
	}
	const replies = new Map(await Promise.all([...lowest].map(repliesAbove)));
	return follows.map(({ threadId, roomId, userId, following, lastReadSeq, lastAt }) => {
		const unread = (replies.get(threadId) ?? []).filter(
			(reply) => reply.threadSeq > lastReadSeq && reply.authorId !== userId,
		);
		return {
			threadId,
			roomId,
			following,
			lastReadThreadSeq: lastReadSeq,
			unread: following ? unread.length : 0,
			lastAt: lastAt.toISOString(),
		};
	});
}

type Reply = { threadSeq: number; authorId: string };

async function repliesAbove([threadId, seq]: [string, number]): Promise<[string, Reply[]]> {
	const found = await messages()
		.find(
			{ threadId, threadSeq: { $gt: seq }, deletedAt: { $exists: false } },
			{ projection: { _id: 0, threadSeq: 1, authorId: 1 } },
		)
		.sort({ threadSeq: -1 })
		.limit(MOST_COUNTED)
		.toArray();
	return [threadId, found.map(({ threadSeq = 0, authorId }) => ({ threadSeq, authorId }))];
}
