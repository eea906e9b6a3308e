import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AT, messageOf } from "@/test/samples";
import type { InboxThread } from "../shared/schemas/message.ts";
import type { Page } from "./api.ts";
import { applyEvent, queryClient } from "./cache.ts";
import { fetchInbox } from "./inbox.ts";

const listThreads = vi.hoisted(() => vi.fn<() => Promise<Page<InboxThread>>>());
vi.mock("./api.ts", () => ({ listThreads }));

beforeEach(() => {
	// One cache for all calls, as in a page.
	vi.stubGlobal("window", globalThis);
});
afterEach(() => {
	queryClient().clear();
	vi.unstubAllGlobals();
});

test("what happens to a thread while a page of the inbox is on its way is in the page", async () => {
	const root = messageOf({ id: "root", roomId: "tides" });
	const thread = { threadId: "root", roomId: "tides", following: true, lastReadThreadSeq: 5, unread: 0, lastAt: AT };
	listThreads.mockImplementation(async () => {
		const read = { items: [{ root, unread: 5, lastAt: AT }], nextCursor: null };
		applyEvent({ name: "thread:changed", payload: { thread } });
		return read;
	});
	expect(await fetchInbox("all", undefined)).toEqual({ items: [{ root, unread: 0, lastAt: AT }], nextCursor: null });
});
