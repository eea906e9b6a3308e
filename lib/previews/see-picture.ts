import { linkPreviews } from "@/models/link-preview";
import type { Account } from "../auth/accounts.ts";
import type { Content } from "../files/read-file.ts";
import { seeMessage } from "../messages/find-message.ts";
import { ParleyError } from "../shared/errors.ts";
import { storageNamed } from "../storage/storage.ts";
import { shownPreviews } from "./view-preview.ts";

/**
 * The picture of a link, for who may read a message that has it.
 * @throws ParleyError `message-not-found`, `preview-not-found`
 */
export async function seePicture(person: Account, messageId: string, previewId: string): Promise<Content> {
	const { message } = await seeMessage(person, messageId);
	const isShown = shownPreviews(message).some(({ id, picture }) => id === previewId && picture);
	const preview = isShown ? await linkPreviews().findOne({ _id: previewId }) : null;
	if (!preview?.picture) throw new ParleyError("preview-not-found");
	const { storage, key, size } = preview.picture;
	return {
		name: "preview.webp",
		type: "image/webp",
		size,
		tag: previewId,
		shown: true,
		read: (range) => storageNamed(storage).read(key, range),
	};
}
