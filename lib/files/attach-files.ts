import { files } from "@/models/file";
import type { MessageDoc, MessageFileDoc } from "@/models/message";
import { ParleyError } from "../shared/errors.ts";
import { removeFiles } from "./remove-files.ts";
import { KEPT_UNSENT_MS } from "./upload-file.ts";
import { fileOfMessage } from "./view-file.ts";

type Draft = Pick<MessageDoc, "_id" | "roomId" | "authorId">;

/**
 * Binds uploaded files to a message that is about to be written, so that no other message can have them.
 * @returns what the message keeps of them, in the order of their ids
 * @throws ParleyError `file-not-found` for what is not the author's, of another room, or in another message
 */
export async function bindFiles({ _id, roomId, authorId }: Draft, fileIds: string[]): Promise<MessageFileDoc[]> {
	const ids = [...new Set(fileIds)];
	if (ids.length === 0) return [];
	const mine = { _id: { $in: ids }, roomId, uploaderId: authorId, uploading: { $exists: false } };
	await files().updateMany(
		{ ...mine, messageId: { $exists: false } },
		{ $set: { messageId: _id, sweepAt: new Date(Date.now() + KEPT_UNSENT_MS) } },
	);
	const bound = new Map(
		(
			await files()
				.find({ ...mine, messageId: _id })
				.toArray()
		).map((file) => [file._id, file]),
	);
	return ids.map((id) => {
		const file = bound.get(id);
		if (!file) throw new ParleyError("file-not-found");
		return fileOfMessage(file);
	});
}

/** The message is written: its files are sent. */
export async function filesSent({ _id, at }: Pick<MessageDoc, "_id" | "at">): Promise<void> {
	await files().updateMany({ messageId: _id }, { $set: { sentAt: at }, $unset: { sweepAt: true } });
}

/** The message is deleted, and its files with it. Should the process die on the way, the sweep goes on. */
export async function filesGone(messageId: string): Promise<void> {
	const { matchedCount } = await files().updateMany(
		{ messageId },
		{ $set: { sweepAt: new Date() }, $unset: { sentAt: true } },
	);
	if (matchedCount > 0) await removeFiles({ messageId });
}
