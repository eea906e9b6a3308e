import { expect, test } from "vitest";
import { type Decision, decideNotification, type Facts } from "./decide-notification.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const later = new Date("2026-11-21T13:00:00Z");
const earlier = new Date("2026-11-21T11:00:00Z");
const named = (more: Partial<NonNullable<Facts["message"]["mentions"]>>) => ({
	mentions: { users: [], rooms: [], all: false, here: false, ...more },
});
const me = { mentions: named({ users: ["bob"] }).mentions };

type Change = { [Part in keyof Facts]?: Partial<Facts[Part]> };

/** Alice writes in a room; Bob, who has everything as it is usual and was away for a moment, may be told. */
function facts({
	message,
	room,
	recipient,
	preferences,
	presence = "away",
}: Omit<Change, "presence"> & { presence?: Facts["presence"] }): Facts {
	return {
		message: { authorId: "alice", kind: "text", seq: 7, isNew: true, ...message },
		room: { isDirect: false, ...room },
		recipient: {
			id: "bob",
			membership: {},
			followsThread: false,
			hasKeyword: false,
			hasRead: false,
			blocksAuthor: false,
			...recipient,
		},
		preferences: {
			desktop: "mentions",
			push: "mentions",
			mail: "mentions",
			sound: true,
			doNotDisturb: false,
			...preferences,
		},
		presence,
		now: NOW,
	};
}

/** What is told, in letters: Unread, Badge, Desktop, Sound, Push, Mail. */
function letters({ unread, badge, desktop, sound, push, mail }: Decision): string {
	const told = { U: unread, B: badge, D: desktop, S: sound, P: push, M: mail };
	return Object.entries(told)
		.map(([letter, on]) => (on ? letter : "-"))
		.join("");
}

type Row = [what: string, change: Parameters<typeof facts>[0], told: string, why: string, whyNot?: string];

const reply = { threadId: "root", threadSeq: 3, seq: undefined };

const table: Row[] = [
	["talk that names nobody", {}, "U-----", "", "not-concerned"],
	["a direct message", { room: { isDirect: true } }, "UBDSPM", "direct"],
	["his name", { message: me }, "UBDSPM", "mention"],
	["somebody else's name", { message: named({ users: ["carol"] }) }, "U-----", "", "not-concerned"],
	["one of his keywords", { recipient: { hasKeyword: true } }, "UBDSPM", "keyword"],
	["@all", { message: named({ all: true }) }, "UBDSPM", "all"],
	["@here while he is at the screen", { message: named({ here: true }), presence: "online" }, "U-DS--", "here"],
	["@here while he is away", { message: named({ here: true }) }, "U-----", "", "not-concerned"],
	["a reply in a thread that he follows", { message: reply, recipient: { followsThread: true } }, "UBDSPM", "thread"],
	["a reply in a thread that he does not follow", { message: reply }, "------", "", "not-concerned"],
	["the same, and it names him", { message: { ...reply, ...me } }, "--DSPM", "mention"],
	[
		"a reply sent to the room, in a thread that he follows",
		{ message: { ...reply, seq: 9 }, recipient: { followsThread: true } },
		"UBDSPM",
		"thread",
	],
	[
		"anything in a room that he wants to hear all of",
		{ recipient: { membership: { level: "all" } } },
		"U-DSP-",
		"room",
	],
	[
		"a reply there, in a thread of others",
		{ message: reply, recipient: { membership: { level: "all" } } },
		"------",
		"",
		"not-concerned",
	],
	[
		"anything, when he wants to hear all of all rooms",
		{ preferences: { desktop: "all", push: "all", mail: "all" } },
		"U-DSPM",
		"room",
	],
	["a mail for all of one room", { recipient: { membership: { email: "all" } } }, "U----M", "", "not-concerned"],

	["his own message", { message: { authorId: "bob", ...me } }, "------", "", "own"],
	["who joined and left", { message: { kind: "notice", ...me } }, "------", "", "notice"],
	["what is deleted", { message: { deletedAt: earlier, ...me } }, "------", "", "deleted"],
	[
		"a room that he is not in (any more)",
		{ message: me, recipient: { membership: undefined } },
		"------",
		"",
		"not-a-member",
	],
	["somebody whom he blocks", { message: me, recipient: { blocksAuthor: true } }, "------", "", "blocked"],
	["an edit that names him now", { message: { ...me, isNew: false } }, "UB----", "mention", "edited"],
	["what he has read already", { message: me, recipient: { hasRead: true } }, "------", "mention", "read"],
	[
		"his name in a room of which he wants nothing",
		{ message: me, recipient: { membership: { level: "nothing" } } },
		"UB----",
		"mention",
		"room-nothing",
	],
	[
		"a direct message there",
		{ room: { isDirect: true }, recipient: { membership: { level: "nothing" } } },
		"U-----",
		"direct",
		"room-nothing",
	],
	[
		"his name in a room that is muted until later",
		{ message: me, recipient: { membership: { mutedUntil: later } } },
		"UB----",
		"mention",
		"muted",
	],
	[
		"his name in a room that was muted until now",
		{ message: me, recipient: { membership: { mutedUntil: earlier } } },
		"UBDSPM",
		"mention",
	],
	[
		"a followed thread of a muted room",
		{ message: reply, recipient: { followsThread: true, membership: { mutedUntil: later } } },
		"U-----",
		"thread",
		"muted",
	],
	[
		"his name while he is not to be disturbed",
		{ message: me, preferences: { doNotDisturb: true } },
		"UB---M",
		"mention",
		"do-not-disturb",
	],
	[
		"his name when he switched all off",
		{ message: me, preferences: { desktop: "nothing", push: "nothing", mail: "nothing" } },
		"UB----",
		"mention",
		"switched-off",
	],
	[
		"a room that he wants all of, when he switched all off",
		{
			preferences: { desktop: "nothing", push: "nothing", mail: "nothing" },
			recipient: { membership: { level: "all" } },
		},
		"U-----",
		"",
		"switched-off",
	],
	[
		"talk in a room set to mentions, when he wants all of the others",
		{ preferences: { desktop: "all", push: "all" }, recipient: { membership: { level: "mentions" } } },
		"U-----",
		"",
		"not-concerned",
	],
	["his name without sounds", { message: me, preferences: { sound: false } }, "UBD-PM", "mention"],
	["his name while he is at the screen", { message: me, presence: "online" }, "UBDS--", "mention"],
	["his name while no page of his is open", { message: me, presence: "offline" }, "UB--PM", "mention", "offline"],
	["no mail of one room", { message: me, recipient: { membership: { email: "nothing" } } }, "UBDSP-", "mention"],
];

test.each(table)("%s", (_what, change, told, why, whyNot) => {
	const decision = decideNotification(facts(change));
	expect([letters(decision), decision.why ?? "", decision.whyNot]).toEqual([told, why, whyNot]);
});

test("of several reasons the one that is nearest to him is told", () => {
	const all = named({ users: ["bob"], all: true, here: true });
	const recipient = { hasKeyword: true, followsThread: true, membership: { level: "all" as const } };
	const why = (change: Parameters<typeof facts>[0]) => decideNotification(facts({ presence: "online", ...change })).why;
	const message = { ...all, threadId: "root" };
	expect(why({ room: { isDirect: true }, message, recipient })).toBe("direct");
	expect(why({ message, recipient })).toBe("mention");
	expect(why({ message: { ...message, ...named({ all: true, here: true }) }, recipient })).toBe("keyword");
	const without = { ...recipient, hasKeyword: false };
	expect(why({ message: { ...message, ...named({ all: true, here: true }) }, recipient: without })).toBe("all");
	expect(why({ message: { ...message, ...named({ here: true }) }, recipient: without })).toBe("here");
	expect(why({ message: { threadId: "root" }, recipient: without })).toBe("thread");
	expect(why({ recipient: { ...without, followsThread: false } })).toBe("room");
});
