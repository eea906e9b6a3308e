import { alerts } from "@/models/alert";
import { threadFollows } from "@/models/thread-follow";
import type { Account } from "../auth/accounts.ts";
import { seeMessage } from "../messages/find-message.ts";
import type { NotificationReason } from "../shared/schemas/notification.ts";
import { decideNotification } from "./decide-notification.ts";
import { factsOf } from "./facts-of.ts";

/**
 * Why somebody was alerted to a message: from what was kept. Why he was not: nobody wrote that down, so it is decided once more as things
 * stand now, but for what is true of everybody who asks: that he is there, and has read it.
 * @throws ParleyError `message-not-found`
 */
export async function explainNotification(person: Account, messageId: string): Promise<NotificationReason> {
	const { message, room, membership } = await seeMessage(person, messageId);
	const alert = await alerts().findOne({ messageId, userId: person._id });
	if (alert) return { alertedAt: alert.at.toISOString(), why: alert.why, whyNot: null };
	const follow = message.threadId
		? await threadFollows().findOne({ threadId: message.threadId, userId: person._id })
		: undefined;
	const facts = factsOf(message, room, person, { membership, follow: follow ?? undefined });
	const recipient = { ...facts.recipient, hasRead: false };
	const { why, whyNot } = decideNotification({ ...facts, recipient, presence: "online" });
	return { alertedAt: null, why: why ?? null, whyNot: whyNot ?? null };
}
