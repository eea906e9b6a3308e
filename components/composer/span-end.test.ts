import { expect, test } from "vitest";
import { spanEnd } from "./span-end.ts";

const now = new Date("2026-11-21T10:00:00Z");

test("a length of time as people write it, in both languages; an hour without one", () => {
	for (const [words, end] of [
		["", "2026-11-21T11:00:00.000Z"],
		["30m", "2026-11-21T10:30:00.000Z"],
		["30 min", "2026-11-21T10:30:00.000Z"],
		["2H", "2026-11-21T12:00:00.000Z"],
		["2 std", "2026-11-21T12:00:00.000Z"],
		["3d", "2026-11-24T10:00:00.000Z"],
		["3t", "2026-11-24T10:00:00.000Z"],
	])
		expect(spanEnd(words ?? "", now), words).toBe(end);
	expect(spanEnd("morgen", now)).toBe(spanEnd("tomorrow", now));
	expect(new Date(spanEnd("tomorrow", now) ?? "").getHours()).toBe(8);
});

test("off is off, and anything else is no length of time", () => {
	for (const words of ["off", "aus", "OFF"]) expect(spanEnd(words, now)).toBeNull();
	for (const words of ["0m", "-5m", "2", "soon", "2x", "366d", "99999999h", "2h 30m", "constructor"])
		expect(spanEnd(words, now), words).toBeUndefined();
});
