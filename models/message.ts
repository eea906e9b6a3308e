import { defineCollection } from "../lib/db/define-collection.ts";
import type { NoticeType } from "../lib/shared/schemas/message.ts";

export type NoticeDoc = { type: NoticeType; userIds?: string[]; from?: string; to?: string };

/** Whom and what a text names. */
export type MentionsDoc = { users: string[]; rooms: string[]; all: boolean; here: boolean };

/** Stands in `addressed` for all members of the room. */
export const EVERYBODY = "@all";

/** A file as its message shows it; the rest is in `files`. */
export type MessageFileDoc = {
	id: string;
	name: string;
	/** Bytes. */
	size: number;
	type: string;
	/** Pixels. */
	width?: number;
	height?: number;
	animated?: true;
	/** There is a smaller picture of it. */
	thumbnail?: true;
};

/** What a link of a message leads to; the picture is in `linkPreviews`. */
export type MessagePreviewDoc = {
	/** Of the preview in `linkPreviews`. */
	id: string;
	url: string;
	title: string;
	description?: string;
	site: string;
	picture?: true;
};

export type MessageDoc = {
	/** Made by the client: a retry is the same message. */
	_id: string;
	roomId: string;
	/** Its number in the room; absent for a reply that stands in its thread only. */
	seq?: number;
	rev: number;
	authorId: string;
	/** `stub`: holds a number that was taken and not used, so that unread counts stay right; shown to nobody. */
	kind: "text" | "notice" | "stub";
	text: string;
	at: Date;
	editedAt?: Date;
	deletedAt?: Date;
	notice?: NoticeDoc;
	/** The message that its thread hangs on, and its number in the thread. */
	threadId?: string;
	threadSeq?: number;
	/** A reply that was also sent to the room. */
	alsoToRoom?: true;
	/** The thread that hangs on this message; counted anew after each reply (`lib/threads/refresh-thread.ts`). */
	thread?: { count: number; lastAt: Date; participants: string[] };
	/** Absent when it names nobody and nothing. */
	mentions?: MentionsDoc;
	/** Whose count of mentions it raises, by name or by a keyword: ids of people, or EVERYBODY. Absent when nobody's, and when it is deleted. */
	addressed?: string[];
	/** Ids of people by emoji, in the order in which they reacted; a list may be empty. */
	reactions?: Record<string, string[]>;
	files?: MessageFileDoc[];
	/** The message that it quotes, and its room. */
	quoteOf?: { id: string; roomId: string };
	previews?: MessagePreviewDoc[];
	/** Addresses that are shown without a preview, as their author wants it. */
	previewsRemoved?: string[];
	/** Its links are still to be looked at; from then on by whichever process sees it first. */
	previewsDueAt?: Date;
	pinned?: { by: string; at: Date };
	/** What a search finds it by (`lib/search/message-terms.ts`). Absent when it is found by nothing: deleted, a notice, a stub. */
	terms?: string[];
	/** Never counts as unread: deleted, a notice, a stub. Absent otherwise. */
	uncounted?: true;
};

/** roomId first: with the terms first, a word that stands only in other people's rooms would cost their number, and tell it. */
export const SEARCH_INDEX = "search";
/** Of whom messages address, in the order of time: without being told so the database would rather sort them. */
export const MENTIONS_INDEX = "mentions";

/** For reading messages that are shown: their terms are as long as their text, and of no use there. */
export const WITHOUT_TERMS = { projection: { terms: 0 } } as const;

export const messages = defineCollection<MessageDoc>("messages", [
	{ key: { roomId: 1, seq: 1 }, name: "timeline", unique: true, partialFilterExpression: { seq: { $gt: 0 } } },
	{
		key: { threadId: 1, threadSeq: 1 },
		name: "thread",
		unique: true,
		partialFilterExpression: { threadId: { $exists: true } },
	},
	{ key: { roomId: 1, rev: 1 } },
	{ key: { roomId: 1, seq: 1 }, name: "uncounted", partialFilterExpression: { uncounted: true } },
	{ key: { roomId: 1, terms: 1, at: -1 }, name: SEARCH_INDEX, partialFilterExpression: { terms: { $exists: true } } },
	{ key: { roomId: 1, "pinned.at": -1 }, name: "pins", partialFilterExpression: { pinned: { $exists: true } } },
	{ key: { "quoteOf.id": 1 }, partialFilterExpression: { "quoteOf.id": { $exists: true } } },
	{ key: { previewsDueAt: 1 }, partialFilterExpression: { previewsDueAt: { $exists: true } } },
	{ key: { "previews.id": 1 }, partialFilterExpression: { "previews.id": { $exists: true } } },
	{ key: { addressed: 1, roomId: 1, seq: 1 }, partialFilterExpression: { addressed: { $exists: true } } },
	{
		key: { addressed: 1, at: -1, _id: 1, roomId: 1 },
		name: MENTIONS_INDEX,
		partialFilterExpression: { addressed: { $exists: true } },
	},
]);
