import { linkPreviews } from "@/models/link-preview";
import { messages } from "@/models/message";
import { storageNamed } from "../storage/storage.ts";
import { previewLinks } from "./preview-links.ts";

/** Then it is too late to change a message that was read long ago. */
const GIVEN_UP_AFTER_MS = 60 * 60_000;
const MOST_AT_ONCE = 100;
/** A message that got a preview a moment ago may not be written yet. */
const UNUSED_FOR_MS = 60 * 60_000;

/** Looks at the links that a process left, or that were too many at once. @returns how many messages had any */
export async function previewLeftLinks(): Promise<number> {
	const now = Date.now();
	const givenUp = { previewsDueAt: { $lte: new Date(now - GIVEN_UP_AFTER_MS) } };
	await messages().updateMany(givenUp, { $unset: { previewsDueAt: true } });
	const left = await messages()
		.find({ previewsDueAt: { $lte: new Date(now) } }, { projection: { previewsDueAt: 1 } })
		.limit(MOST_AT_ONCE)
		.toArray();
	for (const message of left) previewLinks(message);
	return left.length;
}

/** Removes previews that are too old for new messages and stand in no message any more. @returns how many */
export async function sweepPreviews(): Promise<number> {
	let removed = 0;
	const old = { expiresAt: { $lte: new Date(Date.now() - UNUSED_FOR_MS) } };
	for await (const { _id, picture } of linkPreviews().find(old)) {
		if (await messages().findOne({ "previews.id": _id }, { projection: { _id: 1 } })) continue;
		if (picture) await storageNamed(picture.storage).remove(picture.key);
		await linkPreviews().deleteOne({ _id });
		removed++;
	}
	return removed;
}
