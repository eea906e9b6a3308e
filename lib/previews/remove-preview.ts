import type { Account } from "../auth/accounts.ts";
import { seeMessage } from "../messages/find-message.ts";
import { change } from "../messages/room-queue.ts";
import { viewMessages } from "../messages/view-message.ts";
import { needNotArchived } from "../rooms/access.ts";
import { indexAgain } from "../search/index-again.ts";
import { ParleyError } from "../shared/errors.ts";
import { roomRoleMay } from "../shared/permissions.ts";
import type { Message } from "../shared/schemas/message.ts";
import { shownPreviews } from "./view-preview.ts";

/**
 * Takes the preview of a link away from one's own message; who may delete the message may as well. It does not come back.
 * @throws ParleyError `message-not-found`, `preview-not-found`, `not-a-member`, `not-allowed`, `room-archived`
 */
export async function removePreview(person: Account, messageId: string, previewId: string): Promise<Message> {
	const { room, membership, message } = await seeMessage(person, messageId);
	if (!membership) throw new ParleyError("not-a-member");
	needNotArchived(room);
	const isModerator = roomRoleMay(membership.role, "delete-others-messages");
	if (message.authorId !== person._id && !isModerator) throw new ParleyError("not-allowed");
	const removed = shownPreviews(message).find(({ id }) => id === previewId);
	if (!removed) throw new ParleyError("preview-not-found");
	const { message: changed } = await change(room._id, messageId, {
		$set: {
			previews: message.previews?.filter(({ id }) => id !== previewId) ?? [],
			previewsRemoved: [...(message.previewsRemoved ?? []), removed.url],
		},
	});
	await indexAgain(messageId);
	const [view] = await viewMessages([changed]);
	if (!view) throw new ParleyError("message-not-found");
	return view;
}
