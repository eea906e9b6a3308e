import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type ServerEventName, serverEvents } from "../shared/events.ts";
import { isEvent, serverEventNames } from "./check-event.ts";

const BOUNDS = ["pattern", "minLength", "maxLength", "minimum", "maximum"] as const;

test("the page's shapes are those of the schemas: `npm test -- unit lib/client/check-event -u` writes them anew", async () => {
	const shapes = z.toJSONSchema(z.object(serverEvents), {
		io: "input",
		reused: "ref",
		// How long or large something is was checked where it was written.
		override({ jsonSchema }) {
			for (const bound of BOUNDS) delete jsonSchema[bound];
		},
	});
	await expect(`${JSON.stringify(shapes, null, "\t")}\n`).toMatchFileSnapshot("event-shapes.json");
});

const at = "2026-11-21T10:00:00.000Z";
const author = { id: "u1", username: "alice", name: "Alice", avatar: null };
const user = { ...author, kind: "person", active: true, bio: "Tides", status: { state: "online", until: at } };
const mentions = { users: ["u1"], rooms: [], all: false, here: true };
const message = {
	id: "m1",
	roomId: "r1",
	seq: 1,
	rev: 2,
	author,
	text: "Low water",
	at,
	editedAt: at,
	deletedAt: null,
	kind: "notice",
	threadId: null,
	threadSeq: null,
	alsoToRoom: false,
	thread: null,
	reactions: [{ emoji: "🌊", userIds: ["u1"] }],
	files: [{ id: "f1", name: "tide.csv", size: 12, type: "text/csv", url: "/f1", duration: 1.5 }],
	mentions,
	quote: null,
	previews: [{ id: "p1", url: "https://tide.example", title: "Tides" }],
	notice: { type: "renamed", users: [author], from: "a", to: "b" },
	pinned: false,
};
const room = {
	id: "r1",
	kind: "public",
	name: "tides",
	topic: "",
	announcement: "",
	memberCount: 2,
	lastSeq: 1,
	rev: 2,
	lastMessageAt: at,
	archived: false,
	readOnly: false,
	default: false,
};
const view = {
	...room,
	displayName: "tides",
	membership: {
		role: "owner",
		lastReadSeq: 1,
		unread: 0,
		mentions: 0,
		involvement: { level: "all", mutedUntil: null, email: "default" },
		favorite: false,
	},
	with: [user],
};
const preferences = {
	language: "de",
	theme: "auto",
	contrast: "high",
	density: "compact",
	timeFormat: "24",
	sendOnEnter: false,
	desktop: "all",
	sound: true,
	keywords: ["tide"],
	doNotDisturbUntil: at,
	linkPreviews: false,
};
const samples: Record<ServerEventName, unknown> = {
	"message:created": { message },
	"message:changed": { message, before: { mentions } },
	"message:deleted": { roomId: "r1", id: "m1", seq: null, rev: 3, authorId: "u1", at, mentions },
	"room:changed": { room },
	"membership:changed": { room: view },
	"membership:removed": { roomId: "r1" },
	typing: { roomId: "r1", userId: "u1" },
	"presence:changed": { people: [{ userId: "u1", state: "away" }] },
	"user:changed": { user },
	"saved:changed": { messageId: "m1", saved: true },
	"thread:changed": {
		thread: { threadId: "m1", roomId: "r1", following: true, lastReadThreadSeq: 3, unread: 2, lastAt: at },
	},
	notification: { message, why: "mention", sound: true },
	"mention:outside": { roomId: "r1", messageId: "m1", users: [author] },
	"notification:test": { id: "t1", sound: true },
	"preferences:changed": { preferences },
	"draft:changed": { draft: { roomId: "r1", threadId: null, text: "Low", quote: null, files: message.files, at } },
	"emoji:added": { emoji: { name: "heron", url: "/e1", stillUrl: "/e2", addedBy: author, at } },
	"emoji:removed": { name: "heron" },
	"session:ended": { reason: "expired" },
	"server:restarting": { reconnectInMs: 500 },
};

describe.each(serverEventNames)("%s", (name) => {
	test("is taken as it is, and with a field of a newer server", () => {
		const sample = samples[name];
		expect(serverEvents[name].safeParse(sample).error).toBeUndefined();
		expect(isEvent(name, sample)).toBe(true);
		expect(isEvent(name, { ...(sample as object), newer: true })).toBe(true);
	});

	test("with anything in it left out or of another kind, is taken when the schema takes it", () => {
		const judged = variants(samples[name]).map((payload) => ({ payload, taken: isEvent(name, payload) }));
		expect(judged.filter(({ taken }) => !taken).length).toBeGreaterThan(0);
		for (const { payload, taken } of judged) {
			expect(serverEvents[name].safeParse(payload).success, JSON.stringify(payload)).toBe(taken);
		}
	});
});

test("what is nothing or no object at all is not taken", () => {
	for (const payload of [undefined, null, 1, "message", []]) expect(isEvent("message:created", payload)).toBe(false);
});

const OTHERS = [undefined, null, true, 1.5, 7, "some words", [], [null], {}];

/** The value with each thing in it, at any depth, replaced by each of the others. */
function variants(value: unknown): unknown[] {
	if (typeof value !== "object" || value === null) return OTHERS;
	const within = Object.entries(value).flatMap(([key, held]) =>
		variants(held).map((other) => (Array.isArray(value) ? [other] : { ...value, [key]: other })),
	);
	return [...OTHERS, ...within];
}
