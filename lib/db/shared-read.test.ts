import { expect, test } from "vitest";
import { sharedRead } from "./shared-read.ts";

/** A source that counts how often it is read, and answers when it is told to. */
function source() {
	const answers: ((value: number) => void)[] = [];
	return { answers, read: () => new Promise<number>((resolve) => answers.push(resolve)) };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

test("who asks while a reading is under way shares the next one, which begins after that", async () => {
	const { answers, read } = source();
	const first = sharedRead("a", read);
	const later = [sharedRead("a", read), sharedRead("a", read), sharedRead("a", read)];
	expect(answers).toHaveLength(1);
	answers[0]?.(1);
	expect(await first).toBe(1);
	await tick();
	expect(answers).toHaveLength(2);
	answers[1]?.(2);
	expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

test("another thing is read by itself, and the same thing anew when nobody reads it", async () => {
	const { answers, read } = source();
	const both = [sharedRead("b", read), sharedRead("c", read)];
	expect(answers).toHaveLength(2);
	answers[0]?.(1);
	answers[1]?.(2);
	expect(await Promise.all(both)).toEqual([1, 2]);
	await tick();
	void sharedRead("b", read);
	expect(answers).toHaveLength(3);
});

test("a reading that fails fails for those who shared it, and for nobody after", async () => {
	const failing = sharedRead("d", () => Promise.reject(new Error("away")));
	const next = sharedRead("d", () => Promise.resolve("back"));
	await expect(failing).rejects.toThrow("away");
	expect(await next).toBe("back");
	await tick();
	expect(await sharedRead("d", () => Promise.resolve("again"))).toBe("again");
});
