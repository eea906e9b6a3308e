import { expect, test } from "vitest";
import { endOfMute } from "./mute-ends.ts";

const now = new Date(2026, 10, 21, 17, 30);

test("hours are counted from now, days end in the morning", () => {
	expect(endOfMute("halfHour", now)).toBe(new Date(2026, 10, 21, 18).toISOString());
	expect(endOfMute("hour", now)).toBe(new Date(2026, 10, 21, 18, 30).toISOString());
	expect(endOfMute("fourHours", now)).toBe(new Date(2026, 10, 21, 21, 30).toISOString());
	expect(endOfMute("tomorrow", now)).toBe(new Date(2026, 10, 22, 8).toISOString());
	expect(endOfMute("week", now)).toBe(new Date(2026, 10, 28, 8).toISOString());
});
