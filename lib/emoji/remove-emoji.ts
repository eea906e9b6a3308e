import { type CustomEmojiDoc, customEmoji } from "@/models/custom-emoji";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { publish } from "../realtime/publish.ts";
import { ParleyError } from "../shared/errors.ts";
import { storageNamed } from "../storage/storage.ts";

/** What was written with it shows its name from then on. @throws ParleyError `emoji-not-found` */
export async function removeEmoji(person: Account, name: string): Promise<void> {
	const emoji = await customEmoji().findOneAndDelete({ _id: name });
	if (!emoji) throw new ParleyError("emoji-not-found");
	await removePictures(emoji);
	await recordAudit({ actorId: person._id, action: "emoji.removed", target: name });
	publish("everybody", "emoji:removed", { name });
}

export async function removePictures({ storage, picture, still }: CustomEmojiDoc): Promise<void> {
	for (const { key } of still ? [picture, still] : [picture]) await storageNamed(storage).remove(key);
}
