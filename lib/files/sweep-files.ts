import { files } from "@/models/file";
import { messages } from "@/models/message";
import { isHeldByDraft } from "../drafts/held-files.ts";
import { filesSent } from "./attach-files.ts";
import { removeFile } from "./remove-files.ts";
import { KEPT_UNSENT_MS } from "./upload-file.ts";

/**
 * Removes what nobody needs: files that were uploaded and never sent, unless a draft holds them, uploads that were cut off, what was left of deleted messages.
 * A file whose message was written, and the process died right then, is set right.
 * @returns how many were removed
 */
export async function sweepFiles(): Promise<number> {
	let removed = 0;
	const now = new Date();
	for await (const file of files().find({ sweepAt: { $lte: now } })) {
		const message = file.messageId && (await messages().findOne({ _id: file.messageId }));
		if (message && !message.deletedAt && message.files?.some(({ id }) => id === file._id)) {
			await filesSent(message);
			continue;
		}
		if (!file.uploading && !file.messageId && (await isHeldByDraft(file))) {
			const later = new Date(now.getTime() + KEPT_UNSENT_MS);
			await files().updateOne({ _id: file._id, sweepAt: { $lte: now } }, { $set: { sweepAt: later } });
			continue;
		}
		// Somebody who sends it right now has moved its time.
		const taken = await files().updateOne(
			{ _id: file._id, sweepAt: { $lte: now } },
			{ $set: { uploading: true }, $unset: { messageId: true } },
		);
		if (taken.matchedCount === 0) continue;
		await removeFile(file);
		removed++;
	}
	return removed;
}
