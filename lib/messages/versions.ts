/**
 * What edited messages said before. Kept while Message_KeepHistory is on, for whoever may read the message, and no longer than the message:
 * what is deleted is gone in all its versions.
 */
import { type MessageDoc, messages } from "@/models/message";
import { type MessageVersionDoc, messageVersions } from "@/models/message-version";
import type { Account } from "../auth/accounts.ts";
import { setting } from "../settings/settings.ts";
import type { MessageVersion } from "../shared/schemas/message.ts";
import { seeMessage } from "./find-message.ts";

/** Of one message; the oldest go. */
const MOST_KEPT = 100;

/** After an edit. A crash before it costs nothing: the next edit keeps what the message says by then. */
export async function keepVersions(before: MessageDoc, after: MessageDoc): Promise<void> {
	if (!setting("Message_KeepHistory") || before.text === after.text) return;
	const versions = [versionOf(before), versionOf(after)];
	await messageVersions().bulkWrite(
		versions.map(({ _id, ...version }) => ({
			updateOne: { filter: { _id }, update: { $setOnInsert: version }, upsert: true },
		})),
	);
	await dropOldest(after._id);
	// Whoever deleted it meanwhile has taken away the versions that were there by then.
	const isThere = await messages().findOne(
		{ _id: after._id, deletedAt: { $exists: false } },
		{ projection: { _id: 1 } },
	);
	if (!isThere) await forgetVersions(after._id);
}

/** The message is deleted. */
export async function forgetVersions(messageId: string): Promise<void> {
	await messageVersions().deleteMany({ messageId });
}

/**
 * Oldest first; the last one is the message as it is now.
 * @throws ParleyError `message-not-found`
 */
export async function listVersions(person: Account, id: string): Promise<MessageVersion[]> {
	const { message } = await seeMessage(person, id);
	const now = versionOf(message);
	const kept = setting("Message_KeepHistory") ? await versionsOf(id) : [];
	return [...kept.filter(({ _id }) => _id !== now._id), now].map(({ text, at }) => ({ text, at: at.toISOString() }));
}

async function versionsOf(messageId: string): Promise<MessageVersionDoc[]> {
	return (await messageVersions().find({ messageId }).sort({ at: -1 }).limit(MOST_KEPT).toArray()).reverse();
}

function versionOf({ _id, roomId, text, at, editedAt = at }: MessageDoc): MessageVersionDoc {
	return { _id: `${_id}:${editedAt.getTime()}`, messageId: _id, roomId, text, at: editedAt };
}

async function dropOldest(messageId: string): Promise<void> {
	const over = await messageVersions().find({ messageId }).sort({ at: -1 }).skip(MOST_KEPT).toArray();
	if (over.length > 0) await messageVersions().deleteMany({ _id: { $in: over.map(({ _id }) => _id) } });
}
