/** Why somebody is told of a message, and why not. Their words are the page's. */

export const notificationLevels = ["all", "mentions", "nothing"] as const;
/** `mentions`: what is meant for oneself: also direct messages, keywords and followed threads. */
export type NotificationLevel = (typeof notificationLevels)[number];

/** `room`: he wants to hear of everything in it. */
export const reasonsFor = ["direct", "mention", "keyword", "all", "here", "thread", "room"] as const;
export type ReasonFor = (typeof reasonsFor)[number];

export const reasonsAgainst = [
	"own",
	"notice",
	"deleted",
	"not-a-member",
	"blocked",
	"edited",
	"read",
	"room-nothing",
	"muted",
	"not-concerned",
	"switched-off",
	"do-not-disturb",
	"offline",
	"at-screen",
] as const;
export type ReasonAgainst = (typeof reasonsAgainst)[number];
