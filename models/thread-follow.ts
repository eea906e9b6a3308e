import { defineCollection } from "../lib/db/define-collection.ts";

/** Somebody who follows a thread, or has chosen not to. */
export type ThreadFollowDoc = {
	_id: string;
	threadId: string;
	roomId: string;
	userId: string;
	following: boolean;
	lastReadSeq: number;
	/** When the last reply came, for the order of the inbox. */
	lastAt: Date;
};

export const threadFollows = defineCollection<ThreadFollowDoc>("threadFollows", [
	{ key: { threadId: 1, userId: 1 }, unique: true },
	{ key: { userId: 1, lastAt: -1 }, partialFilterExpression: { following: true } },
	{ key: { roomId: 1 } },
]);
