import { type DraftDoc, drafts } from "@/models/draft";
import { files } from "@/models/file";
import type { Account } from "../auth/accounts.ts";
import { isDuplicateKey } from "../db/client.ts";
import { findQuoted } from "../messages/find-quoted.ts";
import { publish } from "../realtime/publish.ts";
import { enter, seeRoom } from "../rooms/access.ts";
import { isParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import { MAX_DRAFTS } from "../shared/limits.ts";
import type { DraftInput, ServerDraft } from "../shared/schemas/draft.ts";
import { threadRoot } from "../threads/thread-root.ts";
import { viewDraft } from "./view-draft.ts";

export type DraftPlace = { roomId: string; threadId?: string | undefined };

/** A device that was away longer has to be asked by its person. */
const REMEMBERED_FOR_MS = 30 * 24 * 60 * 60_000;

/**
 * Keeps what a person has begun to write, for all his devices. What was written last counts: where something newer is kept, nothing
 * changes. What it quotes and the files that it holds are kept as far as they are his to use.
 * @param input.age how long ago it was written, in ms
 * @returns what is kept now: what was given, or the newer one
 * @throws ParleyError `room-not-found`, `not-a-member`, `message-not-found` for a thread that is none of the room
 */
export async function saveDraft(person: Account, place: DraftPlace, input: DraftInput): Promise<ServerDraft> {
	await enter(person, place.roomId);
	if (place.threadId !== undefined) await threadRoot(place.roomId, place.threadId);
	const at = new Date(Date.now() - (input.age ?? 0));
	const saved = await write(person._id, place, await contentOf(person, place.roomId, input), at, { upsert: true });
	if (!saved) return viewDraft(person, await kept(person._id, place));
	await forgetOldest(person._id);
	return tell(person, saved);
}

/** The draft was sent, or thrown away. @throws ParleyError `room-not-found` where there is none, and no such room */
export async function removeDraft(person: Account, place: DraftPlace): Promise<void> {
	const removed = await write(person._id, place, { text: "" }, new Date(), { upsert: false });
	// Also where one may no longer write: what one began is one's own.
	if (removed) await tell(person, removed);
	else await seeRoom(person, place.roomId);
}

type Content = Pick<DraftDoc, "text" | "quoteOf" | "fileIds">;

async function contentOf(
	person: Account,
	roomId: string,
	{ text, quoteOf, fileIds = [] }: DraftInput,
): Promise<Content> {
	// The text is not lost because of what came with it.
	const quoted = await findQuoted(person, quoteOf).catch((error: unknown) => {
		if (isParleyError(error)) return undefined;
		throw error;
	});
	const ids = [...new Set(fileIds)];
	const mine = { _id: { $in: ids }, roomId, uploaderId: person._id, messageId: { $exists: false } };
	const found =
		ids.length === 0
			? []
			: await files()
					.find(mine, { projection: { _id: 1 } })
					.toArray();
	const held = ids.filter((id) => found.some(({ _id }) => _id === id));
	return { text, ...(quoted && { quoteOf: quoted }), ...(held.length > 0 && { fileIds: held }) };
}

/** @returns undefined where something newer is kept, or without `upsert` nothing */
async function write(
	userId: string,
	{ roomId, threadId }: DraftPlace,
	{ text, quoteOf, fileIds }: Content,
	at: Date,
	{ upsert }: { upsert: boolean },
): Promise<DraftDoc | undefined> {
	const place = placeOf({ roomId, threadId });
	const hasText = text.trim() !== "";
	const isEmpty = !hasText && !quoteOf && !fileIds;
	try {
		const saved = await drafts().findOneAndUpdate(
			{ userId, place, at: { $lte: at } },
			{
				$set: {
					text: hasText ? text : "",
					at,
					...(quoteOf && { quoteOf }),
					...(fileIds && { fileIds }),
					...(isEmpty && { forgetAt: new Date(Date.now() + REMEMBERED_FOR_MS) }),
				},
				$unset: {
					...(!quoteOf && { quoteOf: true }),
					...(!fileIds && { fileIds: true }),
					...(!isEmpty && { forgetAt: true }),
				},
				$setOnInsert: { _id: newId(), roomId, ...(threadId !== undefined && { threadId }) },
			},
			{ upsert, returnDocument: "after" },
		);
		return saved ?? undefined;
	} catch (error) {
		if (isDuplicateKey(error)) return undefined;
		throw error;
	}
}

async function kept(userId: string, place: DraftPlace): Promise<DraftDoc> {
	const found = await drafts().findOne({ userId, place: placeOf(place) });
	// Removed between the two questions: as good as empty.
	return found ?? { _id: "", userId, place: placeOf(place), roomId: place.roomId, text: "", at: new Date() };
}

async function forgetOldest(userId: string): Promise<void> {
	const beyond = await drafts()
		.find({ userId, forgetAt: { $exists: false } }, { projection: { _id: 1 } })
		.sort({ at: -1 })
		.skip(MAX_DRAFTS)
		.toArray();
	if (beyond.length > 0) await drafts().deleteMany({ _id: { $in: beyond.map(({ _id }) => _id) } });
}

/** Only to his own devices. */
async function tell(person: Account, draft: DraftDoc): Promise<ServerDraft> {
	const view = await viewDraft(person, draft);
	publish({ user: person._id }, "draft:changed", { draft: view });
	return view;
}

function placeOf({ roomId, threadId }: DraftPlace): string {
	return threadId === undefined ? roomId : `${roomId}/${threadId}`;
}
