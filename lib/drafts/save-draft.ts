import { type DraftDoc, drafts } from "@/models/draft";
import type { Account } from "../auth/accounts.ts";
import { isDuplicateKey } from "../db/client.ts";
import { publish } from "../realtime/publish.ts";
import { enter, seeRoom } from "../rooms/access.ts";
import { newId } from "../shared/ids.ts";
import { MAX_DRAFTS } from "../shared/limits.ts";
import type { ServerDraft } from "../shared/schemas/draft.ts";
import { threadRoot } from "../threads/thread-root.ts";
import { viewDraft } from "./view-draft.ts";

export type DraftPlace = { roomId: string; threadId?: string | undefined };

/** A device that was away longer has to be asked by its person. */
const REMEMBERED_FOR_MS = 30 * 24 * 60 * 60_000;

/**
 * Keeps what a person has begun to write, for all his devices. What was written last counts: where something newer is kept, nothing
 * changes.
 * @param ageMs how long ago it was written
 * @returns what is kept now: the text that was given, or the newer one
 * @throws ParleyError `room-not-found`, `not-a-member`, `message-not-found` for a thread that is none of the room
 */
export async function saveDraft(person: Account, place: DraftPlace, text: string, ageMs = 0): Promise<ServerDraft> {
	await enter(person, place.roomId);
	if (place.threadId !== undefined) await threadRoot(place.roomId, place.threadId);
	const at = new Date(Date.now() - ageMs);
	const saved = await write(person._id, place, text, at, { upsert: true });
	if (!saved) return viewDraft(await kept(person._id, place));
	await forgetOldest(person._id);
	return tell(saved);
}

/** The draft was sent, or thrown away. @throws ParleyError `room-not-found` where there is none, and no such room */
export async function removeDraft(person: Account, place: DraftPlace): Promise<void> {
	const removed = await write(person._id, place, "", new Date(), { upsert: false });
	// Also where one may no longer write: what one began is one's own.
	if (removed) tell(removed);
	else await seeRoom(person, place.roomId);
}

/** @returns undefined where something newer is kept, or without `upsert` nothing */
async function write(
	userId: string,
	{ roomId, threadId }: DraftPlace,
	text: string,
	at: Date,
	{ upsert }: { upsert: boolean },
): Promise<DraftDoc | undefined> {
	const place = placeOf({ roomId, threadId });
	const isEmpty = text.trim() === "";
	try {
		const saved = await drafts().findOneAndUpdate(
			{ userId, place, at: { $lte: at } },
			{
				$set: {
					text: isEmpty ? "" : text,
					at,
					...(isEmpty && { forgetAt: new Date(Date.now() + REMEMBERED_FOR_MS) }),
				},
				...(!isEmpty && { $unset: { forgetAt: true } }),
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
		.find({ userId, text: { $ne: "" } }, { projection: { _id: 1 } })
		.sort({ at: -1 })
		.skip(MAX_DRAFTS)
		.toArray();
	if (beyond.length > 0) await drafts().deleteMany({ _id: { $in: beyond.map(({ _id }) => _id) } });
}

/** Only to his own devices. */
function tell(draft: DraftDoc): ServerDraft {
	const view = viewDraft(draft);
	publish({ user: draft.userId }, "draft:changed", { draft: view });
	return view;
}

function placeOf({ roomId, threadId }: DraftPlace): string {
	return threadId === undefined ? roomId : `${roomId}/${threadId}`;
}
