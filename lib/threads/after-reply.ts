import { memberships } from "@/models/membership";
import type { MessageDoc } from "@/models/message";
import { threadFollows } from "@/models/thread-follow";
import { newId } from "../shared/ids.ts";
import { refreshThread } from "./refresh-thread.ts";
import { tellFollowers } from "./tell-followers.ts";

/** Once a reply is written: who follows the thread from now on, what its message tells of it, who hears of it. */
export async function afterReply(root: MessageDoc, reply: MessageDoc): Promise<void> {
	await Promise.all([followBy(root, reply), refreshThread(root._id)]);
	await tellFollowers(root._id);
}

/**
 * Who wrote follows, and has read what stands before; who wrote the first message and who is named follow from this reply on, unless
 * they chose not to.
 */
async function followBy(root: MessageDoc, reply: MessageDoc): Promise<void> {
	const { _id: threadId, roomId } = root;
	const { authorId, at: lastAt, threadSeq = 0 } = reply;
	const others = [...new Set([root.authorId, ...(reply.mentions?.users ?? [])])].filter((id) => id !== authorId);
	const members = await memberships()
		.find({ roomId, userId: { $in: others } }, { projection: { userId: 1 } })
		.toArray();
	await threadFollows().bulkWrite(
		[
			{
				updateOne: {
					filter: { threadId, userId: authorId },
					update: {
						$set: { following: true },
						$max: { lastReadSeq: threadSeq },
						$setOnInsert: { _id: newId(), roomId, lastAt },
					},
					upsert: true,
				},
			},
			...members.map(({ userId }) => ({
				updateOne: {
					filter: { threadId, userId },
					update: {
						$setOnInsert: { _id: newId(), roomId, following: true, lastReadSeq: threadSeq - 1, lastAt },
					},
					upsert: true,
				},
			})),
			{ updateMany: { filter: { threadId }, update: { $max: { lastAt } } } },
		],
		{ ordered: true },
	);
}
