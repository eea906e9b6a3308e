/** Who is told of a message, how, and why: one pure function, the same for deciding and for explaining. See docs/notifications.md. */
import type { MessageDoc } from "@/models/message";
import type { NotificationLevel, ReasonAgainst, ReasonFor } from "../shared/notification-reasons.ts";

export type Facts = {
	/** `isNew`: false for an edit, which alerts nobody. */
	message: Pick<MessageDoc, "authorId" | "kind" | "deletedAt" | "mentions" | "seq" | "threadId"> & { isNew: boolean };
	room: { isDirect: boolean };
	recipient: {
		id: string;
		/** Undefined: he is no member of the room (any more). */
		membership: { level?: NotificationLevel; email?: NotificationLevel; mutedUntil?: Date } | undefined;
		followsThread: boolean;
		/** One of his keywords stands in the text. */
		hasKeyword: boolean;
		hasRead: boolean;
		blocksAuthor: boolean;
	};
	preferences: {
		desktop: NotificationLevel;
		push: NotificationLevel;
		mail: NotificationLevel;
		sound: boolean;
		doNotDisturb: boolean;
	};
	presence: "online" | "away" | "offline";
	now: Date;
};

/**
 * `unread`: it counts as unread, in the room or in a thread that he follows. `badge`: in the filled count beside that.
 * `desktop`: an alert on his open pages, `sound` with it. `push` and `mail`: candidates, looked at again when they are sent.
 */
export type Decision = {
	unread: boolean;
	badge: boolean;
	desktop: boolean;
	sound: boolean;
	push: boolean;
	mail: boolean;
	/** What makes it his concern; undefined when nothing does. */
	why: ReasonFor | undefined;
	/** Why no alert comes all the same; undefined when one does. */
	whyNot: ReasonAgainst | undefined;
};

const NOTHING = { unread: false, badge: false, desktop: false, sound: false, push: false, mail: false };

export function decideNotification(facts: Facts): Decision {
	const { recipient, preferences, presence } = facts;
	const nothingAtAll = neverConcerns(facts);
	if (nothingAtAll) return { ...NOTHING, why: undefined, whyNot: nothingAtAll };
	const why = concern(facts);
	const unread = countsAsUnread(facts);
	const silence = silenceOf(facts);
	const badge = unread && why !== undefined && raisesBadge(why, silence !== undefined);
	if (silence) return { ...NOTHING, unread, badge, why, whyNot: silence };

	const levels = { room: recipient.membership?.level, email: recipient.membership?.email };
	const desktop = withheld(facts, why, preferences.desktop, levels.room) ?? missed(presence);
	const push = withheld(facts, why, preferences.push, levels.room) ?? atScreen(presence);
	// Do not disturb is about noise: a mail makes none.
	const mail = tooLittle(facts, why, preferences.mail, levels.email) ?? atScreen(presence);
	return {
		unread,
		badge,
		desktop: desktop === undefined,
		sound: desktop === undefined && preferences.sound,
		push: push === undefined,
		mail: mail === undefined,
		why: why ?? (desktop === undefined ? "room" : undefined),
		whyNot: desktop,
	};
}

/** It is nothing that anybody would be told of, or nothing for him. */
function neverConcerns({ message, recipient }: Facts): ReasonAgainst | undefined {
	if (message.authorId === recipient.id) return "own";
	if (message.kind !== "text") return "notice";
	if (message.deletedAt) return "deleted";
	if (!recipient.membership) return "not-a-member";
	if (recipient.blocksAuthor) return "blocked";
	return undefined;
}

/** What makes it his concern, the strongest reason first. */
function concern({ message, room, recipient, presence }: Facts): ReasonFor | undefined {
	const { mentions } = message;
	if (room.isDirect) return "direct";
	if (mentions?.users.includes(recipient.id)) return "mention";
	if (recipient.hasKeyword) return "keyword";
	if (mentions?.all) return "all";
	// Nobody can tell later who was there: it is told at once or never.
	if (mentions?.here && presence === "online") return "here";
	if (message.threadId && recipient.followsThread) return "thread";
	return undefined;
}

function countsAsUnread({ message, recipient }: Facts): boolean {
	if (recipient.hasRead) return false;
	return message.seq !== undefined || recipient.followsThread;
}

/** Who names him reaches him in a quiet room too: there it is counted, and makes no noise. */
function raisesBadge(why: ReasonFor, isQuiet: boolean): boolean {
	if (why === "mention" || why === "keyword" || why === "all") return true;
	return !isQuiet && (why === "direct" || why === "thread");
}

/** Why nothing of this room may alert him now, however much it concerns him. */
function silenceOf({ message, recipient, now }: Facts): ReasonAgainst | undefined {
	if (!message.isNew) return "edited";
	if (recipient.hasRead) return "read";
	if (recipient.membership?.level === "nothing") return "room-nothing";
	const { mutedUntil } = recipient.membership ?? {};
	if (mutedUntil && mutedUntil.getTime() > now.getTime()) return "muted";
	return undefined;
}

function withheld(
	facts: Facts,
	why: ReasonFor | undefined,
	preferred: NotificationLevel,
	ofRoom: NotificationLevel | undefined,
): ReasonAgainst | undefined {
	return tooLittle(facts, why, preferred, ofRoom) ?? (facts.preferences.doNotDisturb ? "do-not-disturb" : undefined);
}

/** What he chose for a room counts before what he prefers for all; who switched a channel off gets nothing through it. */
function tooLittle(
	{ message }: Facts,
	why: ReasonFor | undefined,
	preferred: NotificationLevel,
	ofRoom = preferred,
): ReasonAgainst | undefined {
	if (preferred === "nothing") return "switched-off";
	if (ofRoom === "nothing") return "room-nothing";
	if (why) return undefined;
	// A reply that stands in its thread only is no talk of the room.
	return ofRoom === "all" && message.seq !== undefined ? undefined : "not-concerned";
}

function missed(presence: Facts["presence"]): ReasonAgainst | undefined {
	return presence === "offline" ? "offline" : undefined;
}

function atScreen(presence: Facts["presence"]): ReasonAgainst | undefined {
	return presence === "online" ? "at-screen" : undefined;
}
