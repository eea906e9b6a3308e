import { expect, test } from "vitest";
import { timesIn } from "./times.ts";

const now = new Date(2026, 10, 24, 10, 30);
const at = (day: number, hour = 9, month = 10, year = 2026) => new Date(year, month, day, hour, 12).toISOString();

test("a day is named by how far it is, and with its year when that is another one", () => {
	const { dayWords } = timesIn("en-GB");
	expect(dayWords(at(24), now)).toBe("Today");
	expect(dayWords(at(23, 23), now)).toBe("Yesterday");
	expect(dayWords(at(3), now)).toBe("Tuesday 3 November");
	expect(dayWords(at(3, 9, 10, 2025), now)).toContain("2025");
	expect(timesIn("de").dayWords(at(23), now)).toBe("Gestern");
});

test("the clock is the reader's", () => {
	expect(timesIn("en-US").clockTime(at(24, 16))).toMatch(/^4:12\sPM$/);
	expect(timesIn("en-US").shortTime(at(24, 16))).toBe("4:12");
	expect(timesIn("en-US").clockTime(at(24, 0))).toMatch(/^12:12\sAM$/);
	expect(timesIn("en-GB").clockTime(at(24, 9))).toBe("09:12");
	expect(timesIn("en-US", "h23").clockTime(at(24, 16))).toBe("16:12");
	expect(timesIn("de", "h12").clockTime(at(24, 16))).toMatch(/^4:12\sPM$/);
});

test("how long ago something was is said in the largest unit that fits", () => {
	const { fromNow } = timesIn("en");
	expect(fromNow(new Date(now.getTime() - 8 * 60_000).toISOString(), now)).toBe("8 minutes ago");
	expect(fromNow(new Date(now.getTime() - 3 * 3_600_000).toISOString(), now)).toBe("3 hours ago");
	expect(fromNow(new Date(now.getTime() - 50 * 3_600_000).toISOString(), now)).toBe("2 days ago");
});
