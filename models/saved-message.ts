import { defineCollection } from "../lib/db/define-collection.ts";

export type SavedMessageDoc = { _id: string; userId: string; messageId: string; roomId: string; at: Date };

export const savedMessages = defineCollection<SavedMessageDoc>("savedMessages", [
	{ key: { userId: 1, messageId: 1 }, unique: true },
	{ key: { userId: 1, at: -1, _id: 1 } },
	{ key: { roomId: 1 } },
]);
