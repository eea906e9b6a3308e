import { expect, test } from "vitest";
import { newId } from "./ids.ts";

test("an id is a UUID of version 7", () => {
	expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(newId(0x0123456789ab).slice(0, 13)).toBe("01234567-89ab");
});

test("ids sort in the order in which they were made, in one millisecond too", () => {
	const now = Date.now();
	const made = Array.from({ length: 2_000 }, (_, index) => newId(now + (index >> 10)));
	expect([...made].sort()).toEqual(made);
	expect(new Set(made).size).toBe(made.length);
});
