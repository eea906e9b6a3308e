import type { DraftDoc } from "@/models/draft";
import { type FileDoc, files } from "@/models/file";
import { type MessageDoc, messages, WITHOUT_TERMS } from "@/models/message";
import { type Account, accounts } from "../auth/accounts.ts";
import { viewFile } from "../files/view-file.ts";
import { viewQuote } from "../messages/view-message.ts";
import { seeRooms } from "../rooms/access.ts";
import type { ServerDraft } from "../shared/schemas/draft.ts";
import { UNKNOWN_AUTHOR, viewAuthor } from "../users/view-user.ts";

/** Drafts of one person, with what they quote and hold as far as he may have it now: the rest is left out. */
export async function viewDrafts(person: Account, drafts: DraftDoc[]): Promise<ServerDraft[]> {
	const [unsent, quoted] = await Promise.all([unsentFiles(person, drafts), readableQuoted(person, drafts)]);
	const authors = await accounts([...quoted.values()].map(({ authorId }) => authorId));
	const authorOf = (id: string) => {
		const author = authors.find(({ _id }) => _id === id);
		return author ? viewAuthor(author) : { ...UNKNOWN_AUTHOR, id };
	};
	return drafts.map(({ roomId, threadId, text, quoteOf, fileIds = [], at }) => {
		const message = quoteOf && quoted.get(quoteOf.id);
		const held = fileIds.flatMap((id) => unsent.get(id) ?? []).filter((file) => file.roomId === roomId);
		return {
			roomId,
			threadId: threadId ?? null,
			text,
			quote: message ? viewQuote(message._id, message, authorOf) : null,
			files: held.map(viewFile),
			at: at.toISOString(),
		};
	});
}

export async function viewDraft(person: Account, draft: DraftDoc): Promise<ServerDraft> {
	const [view] = await viewDrafts(person, [draft]);
	if (!view) throw new Error("A draft has no view.");
	return view;
}

async function unsentFiles(person: Account, drafts: DraftDoc[]): Promise<Map<string, FileDoc>> {
	const ids = drafts.flatMap(({ fileIds = [] }) => fileIds);
	if (ids.length === 0) return new Map();
	const mine = { _id: { $in: ids }, uploaderId: person._id };
	const found = await files()
		.find({ ...mine, messageId: { $exists: false }, uploading: { $exists: false } })
		.toArray();
	return new Map(found.map((file) => [file._id, file]));
}

async function readableQuoted(person: Account, drafts: DraftDoc[]): Promise<Map<string, MessageDoc>> {
	const ids = drafts.flatMap(({ quoteOf }) => quoteOf?.id ?? []);
	if (ids.length === 0) return new Map();
	const found = await messages()
		.find({ _id: { $in: ids }, kind: "text", deletedAt: { $exists: false } }, WITHOUT_TERMS)
		.toArray();
	const rooms = await seeRooms(person, [...new Set(found.map(({ roomId }) => roomId))]);
	return new Map(found.filter(({ roomId }) => rooms.has(roomId)).map((message) => [message._id, message]));
}
