import { defineCollection } from "../lib/db/define-collection.ts";

/** What somebody has begun to write and not sent, on whatever device. */
export type DraftDoc = {
	_id: string;
	userId: string;
	/** `roomId`, or `roomId/threadId`. */
	place: string;
	roomId: string;
	threadId?: string;
	text: string;
	/** The message that it is going to quote, and its room. */
	quoteOf?: { id: string; roomId: string };
	/** What was uploaded for it. */
	fileIds?: string[];
	/** When it was written, by the server's clock. */
	at: Date;
	/**
	 * Only of an empty one, which was sent or thrown away: a device that was away must not bring it back, until nobody can be that late
	 * any more.
	 */
	forgetAt?: Date;
};

export const drafts = defineCollection<DraftDoc>("drafts", [
	{ key: { userId: 1, place: 1 }, unique: true },
	{ key: { userId: 1, at: -1 } },
	{ key: { roomId: 1 } },
	{ key: { forgetAt: 1 }, expireAfterSeconds: 0 },
]);
