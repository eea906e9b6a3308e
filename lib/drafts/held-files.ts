import { drafts } from "@/models/draft";
import type { FileDoc } from "@/models/file";

/** Then it is no longer a draft but a store. */
const HELD_FOR_MS = 30 * 24 * 60 * 60_000;
/** Of one person, those of the drafts written last: the others are kept no longer than without a draft. */
const MOST_HELD = 100;

/** Whether a draft of its uploader holds a file that was not sent, so that it is not swept away. */
export async function isHeldByDraft({ _id, uploaderId, at }: FileDoc): Promise<boolean> {
	if (at.getTime() < Date.now() - HELD_FOR_MS) return false;
	const holding = await drafts()
		.find({ userId: uploaderId, "fileIds.0": { $exists: true } }, { projection: { fileIds: 1 } })
		.sort({ at: -1 })
		.limit(MOST_HELD)
		.toArray();
	return holding
		.flatMap(({ fileIds = [] }) => fileIds)
		.slice(0, MOST_HELD)
		.includes(_id);
}
