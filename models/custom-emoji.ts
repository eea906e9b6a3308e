import { defineCollection } from "../lib/db/define-collection.ts";

type Picture = { key: string; bytes: number };

/** An emoji of this server's own. */
export type CustomEmojiDoc = {
	/** Its name, without the colons. */
	_id: string;
	/** Another one for each picture: its address may be kept for ever. */
	version: string;
	storage: "GridFS" | "FileSystem";
	picture: Picture;
	/** The first of its pictures, where it moves: for who wants nothing to move. */
	still?: Picture;
	addedBy: string;
	at: Date;
};

export const customEmoji = defineCollection<CustomEmojiDoc>("customEmoji");
