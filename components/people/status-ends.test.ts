import { expect, test } from "vitest";
import { endOf } from "./status-ends.ts";

const thursday = new Date(2026, 10, 26, 16, 20);

test("a status ends after its time, at the end of the day, or of the week", () => {
	expect(endOf("never", thursday)).toBeUndefined();
	expect(endOf("halfHour", thursday)).toBe(new Date(2026, 10, 26, 16, 50).toISOString());
	expect(endOf("today", thursday)).toBe(new Date(2026, 10, 27).toISOString());
	expect(endOf("week", thursday)).toBe(new Date(2026, 10, 30).toISOString());
	expect(endOf("week", new Date(2026, 10, 29, 12))).toBe(new Date(2026, 10, 30).toISOString());
});
