import { defineCollection } from "../lib/db/define-collection.ts";

export type ThreadDoc = {
	/** The message that it hangs on. */
	_id: string;
	roomId: string;
	/** The last number that a reply took; a number may be burned. */
	lastSeq: number;
	/** Since when what its message tells of it may be out of date; absent when it is not. */
	staleSince?: Date;
};

export const threads = defineCollection<ThreadDoc>("threads", [
	{ key: { roomId: 1 } },
	{ key: { staleSince: 1 }, partialFilterExpression: { staleSince: { $exists: true } } },
]);
