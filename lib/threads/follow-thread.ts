import { threads } from "@/models/thread";
import { threadFollows } from "@/models/thread-follow";
import type { Account } from "../auth/accounts.ts";
import { ParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import { seeThread } from "./read-thread.ts";
import { tellFollower } from "./tell-followers.ts";

/**
 * Follows a thread, or no longer, by hand; also one that has no reply yet.
 * @throws ParleyError `message-not-found`, `not-a-member`
 */
export async function setFollowing(person: Account, id: string, following: boolean): Promise<void> {
	const { root, membership } = await seeThread(person, id);
	if (!membership) throw new ParleyError("not-a-member");
	const thread = await threads().findOne({ _id: root._id });
	await threadFollows().updateOne(
		{ threadId: root._id, userId: person._id },
		{
			$set: { following },
			$setOnInsert: {
				_id: newId(),
				roomId: root.roomId,
				lastReadSeq: thread?.lastSeq ?? 0,
				lastAt: root.thread?.lastAt ?? root.at,
			},
		},
		{ upsert: true },
	);
	await tellFollower(root._id, person._id);
}

/**
 * Marks a thread read up to a number; going back marks unread. Nothing for who does not follow it.
 * @throws ParleyError `message-not-found`, `not-a-member`
 */
export async function setThreadRead(person: Account, id: string, threadSeq: number): Promise<void> {
	const { root, membership } = await seeThread(person, id);
	if (!membership) throw new ParleyError("not-a-member");
	const thread = await threads().findOne({ _id: root._id });
	const { modifiedCount } = await threadFollows().updateOne(
		{ threadId: root._id, userId: person._id },
		{ $set: { lastReadSeq: Math.min(threadSeq, thread?.lastSeq ?? 0) } },
	);
	if (modifiedCount > 0) await tellFollower(root._id, person._id);
}
