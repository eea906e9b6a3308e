import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { filesGone } from "../files/attach-files.ts";
import { needNotArchived } from "../rooms/access.ts";
import { setting } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import { roomRoleMay } from "../shared/permissions.ts";
import { refreshThread } from "../threads/refresh-thread.ts";
import { tellFollowers } from "../threads/tell-followers.ts";
import { isOver } from "./edit-message.ts";
import { seeMessage } from "./find-message.ts";
import { change } from "./room-queue.ts";
import { tellQuoting } from "./tell-quoting.ts";
import { forgetVersions } from "./versions.ts";

const NO_PREVIEWS = { previews: true, previewsRemoved: true, previewsDueAt: true } as const;

/**
 * Deletes a message: its text is gone at once, its number stays so that nothing moves.
 * @throws ParleyError `message-not-found`, `not-allowed`, `delete-too-late`, `not-a-member`, `room-archived`
 */
export async function deleteMessage(person: Account, id: string): Promise<void> {
	const { room, membership, message } = await seeMessage(person, id);
	if (!membership) throw new ParleyError("not-a-member");
	if (message.kind !== "text") throw new ParleyError("not-allowed");
	needNotArchived(room);
	const isModerator = roomRoleMay(membership.role, "delete-others-messages");
	if (!isModerator) {
		if (message.authorId !== person._id || !setting("Message_AllowDeleting")) throw new ParleyError("not-allowed");
		if (isOver(message.at, setting("Message_AllowDeleting_BlockDeleteInMinutes")))
			throw new ParleyError("delete-too-late");
	}
	await change(room._id, id, {
		$set: { deletedAt: new Date(), text: "", uncounted: true },
		$unset: {
			mentions: true,
			addressed: true,
			pinned: true,
			reactions: true,
			files: true,
			quoteOf: true,
			terms: true,
			...NO_PREVIEWS,
		},
	});
	await forgetVersions(id);
	await tellQuoting(message);
	if (message.files) await filesGone(id);
	if (message.threadId) {
		await refreshThread(message.threadId);
		await tellFollowers(message.threadId);
	}
	if (message.authorId !== person._id) {
		await recordAudit({
			actorId: person._id,
			action: "message.deleted",
			target: id,
			before: { authorId: message.authorId, roomId: room._id },
		});
	}
}
