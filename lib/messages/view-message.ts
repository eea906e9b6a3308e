import type { MentionsDoc, MessageDoc } from "@/models/message";
import { accounts } from "../auth/accounts.ts";
import { viewMessageFile } from "../files/view-file.ts";
import { viewPreviews } from "../previews/view-preview.ts";
import { quotedParts } from "../shared/quoted-text.ts";
import type { ChangedMessage, DeletedMessage, Message, Quote } from "../shared/schemas/message.ts";
import type { Author } from "../shared/schemas/user.ts";
import { UNKNOWN_AUTHOR, viewAuthor } from "../users/view-user.ts";
import { readableQuotes } from "./readable-quotes.ts";

/** Messages as the wire carries them, in the same order; one query for all authors that are not in memory. */
export async function viewMessages(docs: MessageDoc[]): Promise<Message[]> {
	const quoted = await readableQuotes(docs);
	const ids = docs.flatMap(({ _id, authorId, notice, thread }) => [
		authorId,
		...(notice?.userIds ?? []),
		...(thread?.participants ?? []),
		...(quoted.has(_id) ? [quoted.get(_id)?.authorId ?? ""] : []),
	]);
	const people = new Map((await accounts(ids)).map((account) => [account._id, viewAuthor(account)]));
	return docs.map((doc) => viewMessage(doc, people, quoted.get(doc._id)));
}

/** The same, with deleted ones as what is left of them. */
export async function viewChangedMessages(docs: MessageDoc[]): Promise<ChangedMessage[]> {
	const whole = new Map(
		(await viewMessages(docs.filter(({ deletedAt }) => !deletedAt))).map((view) => [view.id, view]),
	);
	return docs.flatMap((doc) => whole.get(doc._id) ?? viewDeleted(doc) ?? []);
}

function viewDeleted({ _id, seq, rev, deletedAt }: MessageDoc): DeletedMessage | undefined {
	return deletedAt && { id: _id, seq: seq ?? null, rev, deletedAt: deletedAt.toISOString() };
}

const NO_MENTIONS: Message["mentions"] = { users: [], rooms: [], all: false, here: false };

export function viewMentions(mentions: MentionsDoc | undefined): Message["mentions"] {
	return mentions ?? NO_MENTIONS;
}

function viewMessage(doc: MessageDoc, people: Map<string, Author>, quoted: MessageDoc | undefined): Message {
	const person = (id: string) => people.get(id) ?? { ...UNKNOWN_AUTHOR, id };
	return {
		id: doc._id,
		roomId: doc.roomId,
		seq: doc.seq ?? null,
		rev: doc.rev,
		author: person(doc.authorId),
		text: doc.text,
		at: doc.at.toISOString(),
		editedAt: doc.editedAt?.toISOString() ?? null,
		deletedAt: doc.deletedAt?.toISOString() ?? null,
		kind: doc.kind === "notice" ? "notice" : "text",
		threadId: doc.threadId ?? null,
		threadSeq: doc.threadSeq ?? null,
		alsoToRoom: doc.alsoToRoom ?? false,
		thread: doc.thread
			? {
					count: doc.thread.count,
					lastAt: doc.thread.lastAt.toISOString(),
					participants: doc.thread.participants.map(person),
				}
			: null,
		reactions: Object.entries(doc.reactions ?? {}).flatMap(([emoji, userIds]) =>
			userIds.length > 0 ? [{ emoji, userIds }] : [],
		),
		files: (doc.files ?? []).map(viewMessageFile),
		mentions: viewMentions(doc.mentions),
		quote: doc.quoteOf ? viewQuote(doc.quoteOf.id, quoted, person) : null,
		previews: viewPreviews(doc),
		...(doc.notice && {
			notice: {
				type: doc.notice.type,
				...(doc.notice.userIds && { users: doc.notice.userIds.map(person) }),
				...(doc.notice.from !== undefined && { from: doc.notice.from }),
				...(doc.notice.to !== undefined && { to: doc.notice.to }),
			},
		}),
		pinned: doc.pinned !== undefined,
	};
}

/** @param quoted what stands behind the id, if it may be read */
export function viewQuote(id: string, quoted: MessageDoc | undefined, person: (id: string) => Author): Quote {
	if (!quoted) return { id, unavailable: true };
	const { roomId, authorId, text, files = [], at } = quoted;
	return { id, roomId, author: person(authorId), ...quotedParts({ text, files }), at: at.toISOString() };
}
