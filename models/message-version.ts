import { defineCollection } from "../lib/db/define-collection.ts";

/** What a message said from a moment on. Kept for messages that were edited while a setting asked for it. */
export type MessageVersionDoc = {
	/** The message's id and the moment: a version is kept once, however often that is tried. */
	_id: string;
	messageId: string;
	roomId: string;
	text: string;
	at: Date;
};

export const messageVersions = defineCollection<MessageVersionDoc>("messageVersions", [
	{ key: { messageId: 1, at: -1 } },
	{ key: { roomId: 1 } },
]);
