import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readTo } from "./read-marks.ts";

const markRead = vi.hoisted(() => vi.fn(async (id: string, seq: number) => ({ id, lastSeq: seq, rev: seq })));
vi.mock("./api.ts", () => ({ markRead }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first mark goes at once, further ones at most every two seconds and only the highest", async () => {
	readTo("tides", 1);
	await vi.advanceTimersByTimeAsync(0);
	expect(markRead).toHaveBeenLastCalledWith("tides", 1);

	for (const seq of [2, 3, 4]) readTo("tides", seq);
	await vi.advanceTimersByTimeAsync(1_900);
	expect(markRead).toHaveBeenCalledTimes(1);
	await vi.advanceTimersByTimeAsync(200);
	expect(markRead).toHaveBeenCalledTimes(2);
	expect(markRead).toHaveBeenLastCalledWith("tides", 4);
});

test("one room does not wait for another", async () => {
	readTo("firmware", 7);
	readTo("general", 9);
	await vi.advanceTimersByTimeAsync(0);
	expect(markRead).toHaveBeenCalledWith("firmware", 7);
	expect(markRead).toHaveBeenCalledWith("general", 9);
});
