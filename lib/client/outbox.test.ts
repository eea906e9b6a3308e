import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Message, MessageInput } from "../shared/schemas/message.ts";
import { ClientError } from "./errors.ts";
import { belongsTo, createOutbox, type Pending } from "./outbox.ts";
import type { Disk } from "./outbox-disk.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Accepts each id once, unless it was told beforehand how to answer: `null` accepts, an error refuses. */
function serverAnswering(...answers: (ClientError | null)[]) {
	const asked: string[] = [];
	const bodies: MessageInput[] = [];
	const written = new Map<string, string>();
	return {
		asked,
		bodies,
		written: () => [...written.values()],
		async send(roomId: string, body: MessageInput) {
			const { id = "", text } = body;
			bodies.push(body);
			asked.push(`${roomId} ${text} ${id}`);
			const answer = answers.shift() ?? null;
			if (answer) throw answer;
			written.set(id, text);
			return { id, roomId, text } as Message;
		},
	};
}

/** A browser whose storage and locks are shared by the tabs that are opened in it. */
function browser(server: ReturnType<typeof serverAnswering>, { full = false } = {}) {
	const kept = new Map<string, Pending>();
	const tabs = new Set<ReturnType<typeof createOutbox>>();
	const queue = new Map<string, Promise<unknown>>();
	const disk: Disk = {
		all: async () => [...kept.values()],
		put: async (pending) => {
			if (full) throw new DOMException("No room is left", "QuotaExceededError");
			kept.set(pending.id, pending);
		},
		remove: async (id) => void kept.delete(id),
		clear: async () => kept.clear(),
	};
	function open({ closesWhileSending = false } = {}) {
		let closed = false;
		let letGo = () => {};
		const shown: string[] = [];
		const alive = <Result>(result: Result) => (closed ? new Promise<Result>(() => {}) : result);
		const tab = createOutbox({
			async send(roomId, body) {
				const message = await server.send(roomId, body);
				if (closesWhileSending) {
					closed = true;
					tabs.delete(tab);
					letGo();
				}
				return alive(message);
			},
			sent: (message) => shown.push(message.text),
			disk,
			async inTurn(name, work) {
				const before = queue.get(name) ?? Promise.resolve();
				let release = () => {};
				queue.set(
					name,
					new Promise<void>((resolve) => {
						release = resolve;
					}),
				);
				await before;
				letGo = release;
				return work().finally(release);
			},
			tell: (news) => {
				for (const other of tabs) if (other !== tab) void other.hear(news);
			},
		});
		tabs.add(tab);
		return Object.assign(tab, { shown, waiting: () => tab.store.get().map((pending) => pending.text) });
	}
	return { open, kept: () => [...kept.values()].map((pending) => pending.text) };
}

const unreachable = () => new ClientError("unreachable", 0);

describe("the outbox", () => {
	test("sends what is written in one room in its order", async () => {
		const server = serverAnswering();
		const tab = browser(server).open();
		for (const text of ["one", "two", "three"]) void tab.add("tides", text);
		expect(tab.waiting()).toEqual(["one", "two", "three"]);
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["one", "two", "three"]);
		expect(tab.shown).toEqual(["one", "two", "three"]);
		expect(tab.waiting()).toEqual([]);
	});

	test("tries again with the same id while the server is away, and keeps the order", async () => {
		const server = serverAnswering(unreachable(), unreachable());
		const tab = browser(server).open();
		void tab.add("tides", "one");
		void tab.add("tides", "two");
		await vi.advanceTimersByTimeAsync(0);
		expect(server.written()).toEqual([]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(server.written()).toEqual(["one", "two"]);
		expect(new Set(server.asked).size).toBe(2);
		expect(server.asked).toHaveLength(4);
	});

	test("is woken when the connection is there again", async () => {
		const server = serverAnswering(unreachable(), unreachable(), unreachable(), unreachable());
		const tab = browser(server).open();
		void tab.add("tides", "one");
		await vi.advanceTimersByTimeAsync(7_000);
		expect(server.written()).toEqual([]);
		void tab.wake();
		await vi.advanceTimersByTimeAsync(0);
		expect(server.written()).toEqual(["one"]);
	});

	test("waits as long as the server asks for", async () => {
		const server = serverAnswering(new ClientError("rate-limited", 429, "Wait", undefined, 5_000));
		const tab = browser(server).open();
		void tab.add("tides", "one");
		await vi.advanceTimersByTimeAsync(4_900);
		expect(server.written()).toEqual([]);
		await vi.advanceTimersByTimeAsync(200);
		expect(server.written()).toEqual(["one"]);
	});

	test("does not let one room wait for another", async () => {
		const server = serverAnswering(unreachable());
		const tab = browser(server).open();
		void tab.add("tides", "one");
		void tab.add("firmware", "two");
		await vi.advanceTimersByTimeAsync(0);
		expect(server.written()).toEqual(["two"]);
	});

	test("keeps a message that was refused, and why, and sends the next one", async () => {
		const server = serverAnswering(new ClientError("room-read-only", 403));
		const tab = browser(server).open();
		void tab.add("tides", "one");
		void tab.add("tides", "two");
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["two"]);
		expect(tab.store.get()).toMatchObject([{ text: "one", failed: "room-read-only" }]);
		tab.retry(tab.store.get()[0]?.id ?? "");
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["two", "one"]);
	});

	test("forgets a message when it was seen in the room, and when it is discarded", async () => {
		const chrome = browser(serverAnswering(unreachable(), unreachable(), unreachable()));
		const tab = chrome.open();
		void tab.add("tides", "one");
		void tab.add("firmware", "two");
		await vi.advanceTimersByTimeAsync(0);
		const [one, two] = tab.store.get();
		tab.settle(one?.id ?? "");
		expect(tab.waiting()).toEqual(["two"]);
		tab.discard(two?.id ?? "");
		await vi.advanceTimersByTimeAsync(0);
		expect(chrome.kept()).toEqual([]);
	});

	test("waits for the person when he is signed out, and is no failure", async () => {
		const server = serverAnswering(new ClientError("not-signed-in", 401));
		const tab = browser(server).open();
		void tab.add("tides", "one");
		await vi.runAllTimersAsync();
		expect(server.asked).toHaveLength(1);
		expect(tab.store.get()).toMatchObject([{ text: "one" }]);
		expect(tab.store.get()[0]?.failed).toBeUndefined();
		void tab.wake();
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["one"]);
	});
});

describe("on the disk", () => {
	test("what is not acknowledged outlives the page, in its order, even when the clock was put back", async () => {
		const server = serverAnswering(unreachable(), unreachable());
		const chrome = browser(server);
		const first = chrome.open();
		await first.add("tides", "one");
		vi.setSystemTime(Date.now() - 3_600_000);
		await first.add("tides", "two");
		expect(chrome.kept()).toEqual(["one", "two"]);

		const next = chrome.open();
		await next.wake();
		expect(next.waiting()).toEqual(["one", "two"]);
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["one", "two"]);
		expect(chrome.kept()).toEqual([]);
	});

	test("a page that ends between the sending and the answer leaves a message that is sent once", async () => {
		const server = serverAnswering();
		const chrome = browser(server);
		const closing = chrome.open({ closesWhileSending: true });
		void closing.add("tides", "one");
		void closing.add("tides", "two");
		await vi.advanceTimersByTimeAsync(100);
		expect(server.written()).toEqual(["one"]);
		expect(chrome.kept()).toEqual(["one", "two"]);

		const next = chrome.open();
		void next.wake();
		await vi.runAllTimersAsync();
		expect(server.asked).toHaveLength(3);
		expect(new Set(server.asked).size).toBe(2);
		expect(server.written()).toEqual(["one", "two"]);
		expect(chrome.kept()).toEqual([]);
	});

	test("a full disk keeps nothing from being sent", async () => {
		const server = serverAnswering(unreachable());
		const tab = browser(server, { full: true }).open();
		await tab.add("tides", "one");
		await tab.add("tides", "two");
		expect(tab.waiting()).toEqual(["one", "two"]);
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["one", "two"]);
		expect(tab.waiting()).toEqual([]);
	});

	test("nothing stays of somebody who signs out", async () => {
		const chrome = browser(serverAnswering(unreachable()));
		const tab = chrome.open();
		await tab.add("tides", "one");
		await tab.forget();
		await vi.runAllTimersAsync();
		expect(chrome.kept()).toEqual([]);
		expect(tab.waiting()).toEqual([]);
	});
});

describe("two tabs", () => {
	test("show the same, and each message is asked for once", async () => {
		const server = serverAnswering(unreachable());
		const chrome = browser(server);
		const [one, two] = [chrome.open(), chrome.open()];
		await one.add("tides", "from one");
		await two.add("tides", "from two");
		await vi.advanceTimersByTimeAsync(0);
		expect(one.waiting()).toEqual(two.waiting());
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["from one", "from two"]);
		expect(server.asked).toHaveLength(3);
		expect(one.shown).toEqual(["from one", "from two"]);
		expect(two.shown).toEqual(["from one", "from two"]);
		expect([...one.waiting(), ...two.waiting()]).toEqual([]);
	});

	test("when the one that sends is closed, the other goes on, and nothing is written twice", async () => {
		const server = serverAnswering();
		const chrome = browser(server);
		const closing = chrome.open({ closesWhileSending: true });
		const other = chrome.open();
		void closing.add("tides", "one");
		void closing.add("tides", "two");
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["one", "two"]);
		expect(other.waiting()).toEqual([]);
		expect(chrome.kept()).toEqual([]);
	});

	test("know of what was refused in the other, and can send it again", async () => {
		const server = serverAnswering(new ClientError("room-read-only", 403));
		const chrome = browser(server);
		const [one, two] = [chrome.open(), chrome.open()];
		await one.add("tides", "one");
		await vi.runAllTimersAsync();
		expect(two.store.get()).toMatchObject([{ text: "one", failed: "room-read-only" }]);
		two.retry(two.store.get()[0]?.id ?? "");
		await vi.runAllTimersAsync();
		expect(server.written()).toEqual(["one"]);
		expect(one.waiting()).toEqual([]);
	});
});

test("a message that quotes shows what, and sends only which", async () => {
	const server = serverAnswering();
	const tab = browser(server).open();
	const author = { id: "jonas", username: "jonas", name: "Jonas", avatar: null };
	const quote = { id: "said", roomId: "tides", author, text: "Two are below", at: "2026-11-21T10:00:00.000Z" };
	const added = tab.add("tides", "Both behind the crane", { quoteOf: "said", quote });
	expect(tab.store.get()).toMatchObject([{ quote }]);
	await added;
	await vi.runAllTimersAsync();
	expect(server.bodies).toEqual([{ id: expect.any(String), text: "Both behind the crane", quoteOf: "said" }]);
});

describe("a reply in a thread", () => {
	test("is sent as one, also by the page that opens after the one in which it was written", async () => {
		const server = serverAnswering(new ClientError("unreachable", 0));
		const chrome = browser(server);
		const closing = chrome.open({ closesWhileSending: true });
		await closing.add("tides", "Low water", { threadId: "root", alsoToRoom: true });
		chrome.open();
		await vi.runAllTimersAsync();
		const body = expect.objectContaining({ text: "Low water", threadId: "root", alsoToRoom: true });
		expect(server.bodies).toEqual(server.bodies.map(() => body));
		expect(new Set(server.bodies.map(({ id }) => id)).size).toBe(1);
		expect(server.written()).toEqual(["Low water"]);
	});

	test("waits in its thread, and in the room only if it goes there too", () => {
		const pending = (more: Partial<Pending>): Pending => ({ id: "1", roomId: "tides", text: "…", at: "", ...more });
		const [room, thread] = [{ roomId: "tides" }, { roomId: "tides", threadId: "root" }];
		const shownIn = (one: Pending) => [belongsTo(room, one), belongsTo(thread, one)];
		expect(shownIn(pending({}))).toEqual([true, false]);
		expect(shownIn(pending({ threadId: "root" }))).toEqual([false, true]);
		expect(shownIn(pending({ threadId: "root", alsoToRoom: true }))).toEqual([true, true]);
		expect(shownIn(pending({ threadId: "other" }))).toEqual([false, false]);
	});
});
