import { defineCollection } from "../lib/db/define-collection.ts";

/** What somebody uploaded. Its bytes lie in a storage (`lib/storage`) under a name of their own. */
export type FileDoc = {
	_id: string;
	/** Where it was uploaded to, and may be sent. */
	roomId: string;
	uploaderId: string;
	name: string;
	/** By what is in it. */
	type: string;
	/** Bytes. */
	size: number;
	/** Of an image that is shown: pixels, as it is looked at. */
	width?: number;
	height?: number;
	/** More than one picture: it moves. */
	animated?: true;
	storage: "GridFS" | "FileSystem";
	/** Under which its bytes lie there. */
	key: string;
	/** All keys that were ever given to something of this file: whoever removes it removes what lies under any of them. */
	keys: string[];
	/** A smaller WebP of it. */
	thumbnail?: { key: string; size: number };
	at: Date;
	/** It is still on its way, or was cut off. */
	uploading?: true;
	/** The message that it belongs to, from shortly before that is written. */
	messageId?: string;
	/** When its message was written; absent before, and once that is deleted. */
	sentAt?: Date;
	/** From then on it is looked at whether it is still needed. Absent where that is known. */
	sweepAt?: Date;
};

export const files = defineCollection<FileDoc>("files", [
	{ key: { roomId: 1, sentAt: -1, _id: 1 }, name: "sent", partialFilterExpression: { sentAt: { $exists: true } } },
	{ key: { roomId: 1 } },
	{ key: { messageId: 1 }, partialFilterExpression: { messageId: { $exists: true } } },
	{ key: { sweepAt: 1 }, partialFilterExpression: { sweepAt: { $exists: true } } },
]);
