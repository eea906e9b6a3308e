import * as z from "zod";
import { MAX_CHANGES_ROOMS, MAX_FILES } from "../limits.ts";
import { fileSchema } from "./file.ts";
import { idSchema, newIdSchema } from "./id.ts";
import { authorSchema } from "./user.ts";

export const noticeTypes = [
	"created",
	"joined",
	"left",
	"added",
	"removed",
	"renamed",
	"topic",
	"role",
	"archived",
	"unarchived",
	"made-public",
	"made-private",
	"read-only",
	"writable",
	"turned-into-room",
] as const;
export type NoticeType = (typeof noticeTypes)[number];

/** What happened in a room besides talk. The words are the page's, in the reader's language. */
export const noticeSchema = z.object({
	type: z.enum(noticeTypes),
	users: z.array(authorSchema).optional(),
	from: z.string().optional(),
	to: z.string().optional(),
});

/** What a link of a message leads to. */
export const previewSchema = z.object({
	id: idSchema,
	/** As the message has it. */
	url: z.string(),
	title: z.string(),
	description: z.string().optional(),
	site: z.string().optional(),
	/** A picture that we keep; nothing is ever shown from where the link leads. */
	image: z.string().optional(),
});
export type Preview = z.infer<typeof previewSchema>;

/** Whom and what a text names: active people, rooms, and everybody where the author may call everybody. */
export const mentionsSchema = z.object({
	users: z.array(idSchema),
	rooms: z.array(idSchema),
	all: z.boolean(),
	here: z.boolean(),
});
export type Mentions = z.infer<typeof mentionsSchema>;

/** The thread that hangs on a message. */
export const threadSummarySchema = z.object({
	count: z.int(),
	lastAt: z.iso.datetime(),
	/** Who wrote last comes first; not all of them. */
	participants: z.array(authorSchema),
});

/** What a message quotes: the beginning of it as it is now, or that not everybody in the room may read it (any more). */
export const quoteSchema = z.union([
	z.object({
		id: idSchema,
		roomId: idSchema,
		author: authorSchema,
		text: z.string(),
		/** Names. */
		files: z.array(z.string()).optional(),
		at: z.iso.datetime(),
	}),
	z.object({ id: idSchema, unavailable: z.literal(true) }),
]);
export type Quote = z.infer<typeof quoteSchema>;
/** One that may be read. */
export type ReadableQuote = Extract<Quote, { text: string }>;

export const messageSchema = z.object({
	id: idSchema,
	roomId: idSchema,
	/** Its number in the room; null for a reply that stands in its thread only. */
	seq: z.int().nullable(),
	rev: z.int(),
	author: authorSchema,
	text: z.string(),
	at: z.iso.datetime(),
	editedAt: z.iso.datetime().nullable(),
	deletedAt: z.iso.datetime().nullable(),
	kind: z.enum(["text", "notice", "call"]),
	threadId: idSchema.nullable(),
	threadSeq: z.int().nullable(),
	alsoToRoom: z.boolean(),
	thread: threadSummarySchema.nullable(),
	reactions: z.array(z.object({ emoji: z.string(), userIds: z.array(idSchema) })),
	files: z.array(fileSchema),
	mentions: mentionsSchema,
	quote: quoteSchema.nullable(),
	previews: z.array(previewSchema),
	notice: noticeSchema.optional(),
	pinned: z.boolean(),
});
export type Message = z.infer<typeof messageSchema>;

/** What is left of a deleted message in `changes`, and as a stub in the history where a setting shows it. */
export const deletedMessageSchema = z.object({
	id: idSchema,
	seq: z.int().nullable(),
	rev: z.int(),
	deletedAt: z.iso.datetime(),
});
export type DeletedMessage = z.infer<typeof deletedMessageSchema>;

/** Longest text is a setting (Message_MaxAllowedSize); this bound only keeps nonsense out before it is asked. */
const text = z.string().max(200_000);

export const messageInputSchema = z.strictObject({
	id: newIdSchema.optional(),
	text,
	/** A message that this one replies to; a reply to a reply goes to its thread. */
	threadId: idSchema.optional(),
	/** A reply that is shown in the room as well. */
	alsoToRoom: z.boolean().optional(),
	/** A message that this one quotes, wherever one may read it. */
	quoteOf: idSchema.optional(),
	/** What one uploaded to this room before. With files the text may be empty. */
	fileIds: z.array(idSchema).max(MAX_FILES).optional(),
});
export type MessageInput = z.infer<typeof messageInputSchema>;
export const messageChangeSchema = z.strictObject({ text });

/** What a message said from then on. */
export const messageVersionSchema = z.object({ text: z.string(), at: z.iso.datetime() });
export type MessageVersion = z.infer<typeof messageVersionSchema>;

export const historySchema = z.object({
	/** Oldest first. */
	items: z.array(messageSchema),
	hasBefore: z.boolean(),
	hasAfter: z.boolean(),
	rev: z.int(),
});
export type History = z.infer<typeof historySchema>;

/** In `changes` a message is either whole or deleted. */
export const changedMessageSchema = z.union([messageSchema, deletedMessageSchema]);
export type ChangedMessage = z.infer<typeof changedMessageSchema>;

/** A piece of a thread, oldest first. */
export const threadSchema = z.object({
	/** Deleted, it is a stub without text. */
	root: messageSchema,
	items: z.array(messageSchema),
	hasBefore: z.boolean(),
	hasAfter: z.boolean(),
	following: z.boolean(),
	lastReadThreadSeq: z.int(),
	/** Of the room: what `changes` goes on from. */
	rev: z.int(),
});
export type Thread = z.infer<typeof threadSchema>;

/** How a thread stands for one person: the shape of `thread:changed`. */
export const followedThreadSchema = z.object({
	threadId: idSchema,
	roomId: idSchema,
	following: z.boolean(),
	lastReadThreadSeq: z.int(),
	unread: z.int(),
	lastAt: z.iso.datetime(),
});
export type FollowedThread = z.infer<typeof followedThreadSchema>;

/** One of the inbox of threads. */
export const inboxThreadSchema = z.object({ root: messageSchema, unread: z.int(), lastAt: z.iso.datetime() });
export type InboxThread = z.infer<typeof inboxThreadSchema>;

const changesPageSchema = z.object({ items: z.array(changedMessageSchema), rev: z.int(), more: z.boolean() });
const resetSchema = z.object({ reset: z.literal(true), rev: z.int() });
export const changesSchema = z.union([changesPageSchema, resetSchema]);
export type Changes = z.infer<typeof changesSchema>;

export const manyChangesInputSchema = z.strictObject({
	rooms: z.array(z.strictObject({ id: idSchema, since: z.int().min(0) })).max(MAX_CHANGES_ROOMS),
});
export const manyChangesSchema = z.object({
	rooms: z.array(
		z.union([
			changesPageSchema.extend({ id: idSchema }),
			resetSchema.extend({ id: idSchema }),
			z.object({ id: idSchema, gone: z.literal(true) }),
		]),
	),
});
export type ManyChanges = z.infer<typeof manyChangesSchema>;
