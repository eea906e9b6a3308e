import type { MembershipDoc } from "@/models/membership";
import type { MessageDoc } from "@/models/message";
import type { RoomDoc } from "@/models/room";
import type { ThreadFollowDoc } from "@/models/thread-follow";
import type { Account } from "../auth/accounts.ts";
import { connectionOf } from "../presence/connections.ts";
import { isDoNotDisturb } from "../presence/do-not-disturb.ts";
import { preferencesOf } from "../users/preferences.ts";
import type { Facts } from "./decide-notification.ts";

type Written = Facts["message"] & Pick<MessageDoc, "threadSeq" | "addressed">;
type Standing = {
	membership: Pick<MembershipDoc, "level" | "email" | "mutedUntil" | "lastReadSeq"> | undefined;
	follow: Pick<ThreadFollowDoc, "following" | "lastReadSeq"> | undefined;
};

/** How a message and somebody stand to each other now, as the decision is made of. */
export function factsOf(
	message: Omit<Written, "isNew">,
	room: Pick<RoomDoc, "kind">,
	person: Account,
	{ membership, follow }: Standing,
): Facts {
	const { desktop, sound } = preferencesOf(person);
	const { seq = 0, threadSeq = 0 } = message;
	const isRead = seq > 0 && seq <= (membership?.lastReadSeq ?? 0);
	const isReadInThread = threadSeq > 0 && threadSeq <= (follow?.lastReadSeq ?? 0);
	return {
		message: { ...message, isNew: true },
		room: { isDirect: room.kind === "direct" },
		recipient: {
			id: person._id,
			membership: person.active ? membership : undefined,
			followsThread: follow?.following ?? false,
			// Addressed without being named: see lib/messages/find-mentions.ts.
			hasKeyword: message.addressed?.includes(person._id) ?? false,
			hasRead: isRead || isReadInThread,
			blocksAuthor: false,
		},
		// Nothing is pushed or mailed yet.
		preferences: { desktop, push: "nothing", mail: "nothing", sound, doNotDisturb: isDoNotDisturb(person) },
		presence: connectionOf(person._id),
		now: new Date(),
	};
}
