import { describe, expect, test } from "vitest";
import type { InboxThread, Message } from "../shared/schemas/message.ts";
import { applyToInbox } from "./own-state.ts";
import type { StateEvent } from "./state.ts";

const AT = "2026-11-21T10:00:00.000Z";
const LATER = "2026-11-21T10:05:00.000Z";

const thread = (id: string, unread = 0): InboxThread => ({
	root: { id, roomId: `room of ${id}`, rev: 3, text: id, deletedAt: null } as Message,
	unread,
	lastAt: AT,
});
const inbox = [thread("tides", 1), thread("ferry")];

const standing = (threadId: string, more: { following?: boolean; unread?: number } = {}): StateEvent => {
	const held = { following: true, lastReadThreadSeq: 1, unread: 0, lastAt: LATER };
	return { name: "thread:changed", payload: { thread: { threadId, roomId: `room of ${threadId}`, ...held, ...more } } };
};

describe("the inbox of threads", () => {
	test("counts what is unread in a thread, and when it was answered last", () => {
		const [first, second] = applyToInbox(inbox, standing("ferry", { unread: 2 }));
		expect(first).toBe(inbox[0]);
		expect(second).toMatchObject({ unread: 2, lastAt: LATER });
	});

	test("loses what is no longer followed, and what stands in a room that is lost", () => {
		expect(applyToInbox(inbox, standing("tides", { following: false }))).toEqual([inbox[1]]);
		const removed: StateEvent = { name: "membership:removed", payload: { roomId: "room of ferry" } };
		expect(applyToInbox(inbox, removed)).toEqual([inbox[0]]);
	});

	test("shows the newest state of the message that a thread hangs on", () => {
		const changed = (rev: number): StateEvent => {
			return { name: "message:changed", payload: { message: { ...thread("tides").root, rev, text: "Tides, edited" } } };
		};
		expect(applyToInbox(inbox, changed(4))[0]?.root.text).toBe("Tides, edited");
		expect(applyToInbox(inbox, changed(2))[0]?.root.text).toBe("tides");
		const payload = { roomId: "room of tides", id: "tides", seq: 1, rev: 5, authorId: "bob", at: LATER };
		expect(applyToInbox(inbox, { name: "message:deleted", payload })[0]?.root).toMatchObject({
			text: "",
			deletedAt: LATER,
		});
	});

	test("is the same object when an event does not concern it, so that nothing is drawn again", () => {
		expect(applyToInbox(inbox, standing("elsewhere"))).toBe(inbox);
		expect(applyToInbox(inbox, standing("elsewhere", { following: false }))).toBe(inbox);
		expect(applyToInbox(inbox, { name: "membership:removed", payload: { roomId: "elsewhere" } })).toBe(inbox);
	});
});
