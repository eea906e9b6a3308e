import { defineCollection } from "../lib/db/define-collection.ts";

/** What an address from outside showed when it was last looked at. */
export type LinkPreviewDoc = {
	_id: string;
	/** A hash of the address, which may be too long for an index. */
	urlKey: string;
	/** It is what a new message with this address gets; one that is too old is kept for the messages that have it. */
	current?: true;
	/** Absent where there was nothing to show. */
	page?: { title: string; description?: string; site: string };
	/** A picture of ours made from the page's. */
	picture?: { storage: "GridFS" | "FileSystem"; key: string; size: number };
	at: Date;
	expiresAt: Date;
};

export const linkPreviews = defineCollection<LinkPreviewDoc>("linkPreviews", [
	{ key: { urlKey: 1 }, unique: true, partialFilterExpression: { current: true } },
	{ key: { expiresAt: 1 } },
]);
