import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Message, MessageInput } from "../shared/schemas/message.ts";
import { ClientError } from "./errors.ts";
import { createOutbox, type Pending } from "./outbox.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server whose answers are told beforehand: `null` accepts, an error refuses. What is not told is accepted. */
function serverAnswering(...answers: (ClientError | null)[]) {
	const asked: string[] = [];
	const written: string[] = [];
	const kept: Pending[][] = [];
	const outbox = createOutbox({
		async send(roomId: string, { id, text }: MessageInput) {
			asked.push(`${roomId} ${text} ${id}`);
			const answer = answers.shift() ?? null;
			if (answer) throw answer;
			return { id, roomId, text } as Message;
		},
		sent: (message) => written.push(message.text),
		load: () => [],
		save: (pending) => kept.push(pending),
	});
	return { outbox, asked, written, kept, waiting: () => outbox.store.get().map((pending) => pending.text) };
}

const unreachable = () => new ClientError("unreachable", 0);

describe("the outbox", () => {
	test("sends what is written in one room in its order", async () => {
		const { outbox, written, waiting } = serverAnswering();
		for (const text of ["one", "two", "three"]) outbox.add("tides", text);
		expect(waiting()).toEqual(["one", "two", "three"]);
		await vi.runAllTimersAsync();
		expect(written).toEqual(["one", "two", "three"]);
		expect(waiting()).toEqual([]);
	});

	test("tries again with the same id while the server is away, and keeps the order", async () => {
		const { outbox, asked, written } = serverAnswering(unreachable(), unreachable());
		outbox.add("tides", "one");
		outbox.add("tides", "two");
		await vi.advanceTimersByTimeAsync(0);
		expect(written).toEqual([]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(written).toEqual(["one", "two"]);
		expect(new Set(asked).size).toBe(2);
		expect(asked).toHaveLength(4);
	});

	test("is woken when the connection is there again", async () => {
		const { outbox, written } = serverAnswering(unreachable(), unreachable(), unreachable(), unreachable());
		outbox.add("tides", "one");
		await vi.advanceTimersByTimeAsync(7_000);
		expect(written).toEqual([]);
		outbox.wake();
		await vi.advanceTimersByTimeAsync(0);
		expect(written).toEqual(["one"]);
	});

	test("waits as long as the server asks for", async () => {
		const busy = new ClientError("rate-limited", 429, "Wait", undefined, 5_000);
		const { outbox, written } = serverAnswering(busy);
		outbox.add("tides", "one");
		await vi.advanceTimersByTimeAsync(4_900);
		expect(written).toEqual([]);
		await vi.advanceTimersByTimeAsync(200);
		expect(written).toEqual(["one"]);
	});

	test("does not let one room wait for another", async () => {
		const { outbox, written } = serverAnswering(unreachable());
		outbox.add("tides", "one");
		outbox.add("firmware", "two");
		await vi.advanceTimersByTimeAsync(0);
		expect(written).toEqual(["two"]);
	});

	test("keeps a message that was refused, says why, and sends the next one", async () => {
		const { outbox, written } = serverAnswering(new ClientError("room-read-only", 403));
		outbox.add("tides", "one");
		outbox.add("tides", "two");
		await vi.runAllTimersAsync();
		expect(written).toEqual(["two"]);
		expect(outbox.store.get()).toMatchObject([
			{ text: "one", failed: "Only owners and moderators may write in this room." },
		]);
		const [refused] = outbox.store.get();
		outbox.retry(refused?.id ?? "");
		await vi.runAllTimersAsync();
		expect(written).toEqual(["two", "one"]);
	});

	test("forgets a message when it was seen in the room, and when it is discarded", async () => {
		const { outbox, waiting, kept } = serverAnswering(unreachable(), unreachable(), unreachable());
		outbox.add("tides", "one");
		outbox.add("firmware", "two");
		const [one, two] = outbox.store.get();
		outbox.settle(one?.id ?? "");
		expect(waiting()).toEqual(["two"]);
		outbox.discard(two?.id ?? "");
		expect(kept.at(-1)).toEqual([]);
	});
});
