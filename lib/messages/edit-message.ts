import type { Account } from "../auth/accounts.ts";
import { previewLinks, previewsAfterEdit } from "../previews/preview-links.ts";
import { needWritable } from "../rooms/access.ts";
import { termsOfMessage } from "../search/message-terms.ts";
import { setting } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import type { Message } from "../shared/schemas/message.ts";
import { checkText } from "./check-text.ts";
import { findMentions } from "./find-mentions.ts";
import { seeMessage } from "./find-message.ts";
import { change } from "./room-queue.ts";
import { tellQuoting } from "./tell-quoting.ts";
import { keepVersions } from "./versions.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Changes the text of one's own message.
 * @throws ParleyError `message-not-found`, `not-allowed` (another's, or switched off), `edit-too-late`, `room-archived`,
 *   `room-read-only`, `not-a-member`, `invalid-input`
 */
export async function editMessage(person: Account, id: string, text: string): Promise<Message> {
	const { room, membership, message } = await seeMessage(person, id);
	if (!membership) throw new ParleyError("not-a-member");
	if (message.authorId !== person._id || message.kind !== "text") throw new ParleyError("not-allowed");
	if (!setting("Message_AllowEditing")) throw new ParleyError("not-allowed");
	needWritable({ room, membership });
	if (isOver(message.at, setting("Message_AllowEditing_BlockEditInMinutes"))) throw new ParleyError("edit-too-late");
	checkText(text, message.files !== undefined || message.quoteOf !== undefined);
	const { mentions, addressed } = await findMentions(person, { room, membership }, text);
	const previews = previewsAfterEdit(message, text);
	const { message: edited } = await change(room._id, id, {
		$set: {
			text,
			terms: termsOfMessage({ ...message, ...previews, text }),
			editedAt: new Date(),
			...previews,
			...(mentions && { mentions }),
			...(addressed && { addressed }),
		},
		$unset: { ...(!mentions && { mentions: true }), ...(!addressed && { addressed: true }) },
	});
	previewLinks(edited);
	await keepVersions(message, edited);
	await tellQuoting(edited);
	const [view] = await viewMessages([edited]);
	if (!view) throw new ParleyError("message-not-found");
	return view;
}

/** @param minutes 0: never */
export function isOver(since: Date, minutes: number): boolean {
	return minutes > 0 && Date.now() - since.getTime() > minutes * 60_000;
}
