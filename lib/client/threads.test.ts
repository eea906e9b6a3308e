import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AT, authorOf, bootstrapOf, meOf, messageOf, person } from "@/test/samples";
import type { FollowedThread, Message, Thread } from "../shared/schemas/message.ts";
import { heldBootstrap, heldHistory, keys, queryClient } from "./cache.ts";
import { forgetMark } from "./read-marks.ts";
import { markThreadUnread, readAllThreads, readThreadTo } from "./threads.ts";

const api = vi.hoisted(() => ({
	markThreadRead: vi.fn(async (_id: string, _seq: number): Promise<undefined> => undefined),
	getThread: vi.fn<(id: string) => Promise<Thread>>(),
}));
vi.mock("./api.ts", () => api);

const talk = { roomId: "tides", threadId: "root" };

beforeEach(() => {
	// One cache for all calls, as in a page.
	vi.stubGlobal("window", globalThis);
	vi.useFakeTimers();
});
afterEach(() => {
	queryClient().clear();
	api.markThreadRead.mockClear();
	forgetMark("root");
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test("reading on clears what is unread at once, and tells the server of the highest number", async () => {
	hold([reply(1, "bob"), reply(2, "me"), reply(3, "bob"), reply(4, "bob")], { lastReadThreadSeq: 0, unread: 3 });
	readThreadTo(talk, 3);
	expect(unread()).toBe(1);
	expect(heldHistory(talk)?.thread?.lastReadThreadSeq).toBe(3);
	readThreadTo(talk, 4);
	expect(unread()).toBe(0);
	await vi.advanceTimersByTimeAsync(3_000);
	expect(api.markThreadRead).toHaveBeenLastCalledWith("root", 4);
});

test("marking unread goes back before the last reply of somebody else, and no mark that waits reads it again", async () => {
	hold([reply(1, "bob"), reply(2, "bob"), reply(3, "me")], { lastReadThreadSeq: 0, unread: 2 });
	readThreadTo(talk, 1);
	await vi.advanceTimersByTimeAsync(0);
	readThreadTo(talk, 2);
	await markThreadUnread(talk);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(api.markThreadRead.mock.calls).toEqual([
		["root", 1],
		["root", 1],
	]);
});

test("a thread that is not held is asked for before it is marked unread; one with replies of mine alone is left", async () => {
	hold(undefined, { unread: 0 });
	api.getThread.mockResolvedValueOnce(threadWith(reply(7, "bob")));
	await markThreadUnread(talk);
	expect(api.markThreadRead.mock.calls).toEqual([["root", 6]]);
	api.getThread.mockResolvedValueOnce(threadWith(reply(8, "me")));
	await markThreadUnread(talk);
	expect(api.markThreadRead).toHaveBeenCalledTimes(1);
});

test("all threads are read wherever they end", async () => {
	hold(undefined, { unread: 5 });
	await readAllThreads();
	expect(api.markThreadRead).toHaveBeenCalledWith("root", Number.MAX_SAFE_INTEGER);
	expect(heldBootstrap()?.threads).toEqual([]);
});

function unread(): number {
	return heldBootstrap()?.threads.find(({ threadId }) => threadId === "root")?.unread ?? 0;
}

function hold(items: Message[] | undefined, standing: Partial<FollowedThread>): void {
	const thread = { ...talk, following: true, lastReadThreadSeq: 0, unread: 0, lastAt: AT, ...standing };
	const threads = thread.unread > 0 ? [thread] : [];
	queryClient().setQueryData(keys.bootstrap, bootstrapOf({ me: meOf("me"), threads }));
	if (!items) return;
	const root = messageOf({ id: "root", roomId: "tides" });
	queryClient().setQueryData(keys.history(talk), {
		items,
		hasBefore: false,
		hasAfter: false,
		rev: 9,
		run: 1,
		thread: { root, following: true, lastReadThreadSeq: thread.lastReadThreadSeq },
	});
}

function reply(threadSeq: number, author: string): Message {
	const by = authorOf(person(author));
	return messageOf({ id: `r${threadSeq}`, roomId: "tides", threadId: "root", threadSeq, seq: null, author: by });
}

function threadWith(...items: Message[]): Thread {
	const root = messageOf({ id: "root", roomId: "tides" });
	return { root, items, hasBefore: false, hasAfter: false, following: true, lastReadThreadSeq: 0, rev: 9 };
}
