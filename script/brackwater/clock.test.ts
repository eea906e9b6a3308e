import { expect, test } from "vitest";
import { clockOf } from "./clock.ts";

const hours = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, 10, 21, hour, 37)));

test.each(hours)("at %s it is a little after ten there, on a day that has begun", (now) => {
	const { timezoneId, at } = clockOf(now);
	const there = new Intl.DateTimeFormat("en-GB", { timeZone: timezoneId, timeStyle: "short" });
	expect(there.format(now)).toBe("10:37");
	expect(there.format(at(0, "09:58"))).toBe("09:58");
	expect(now.getTime() - at(0, "09:58").getTime()).toBe(39 * 60_000);
	expect(at(0, "00:00").getTime() - at(2, "00:00").getTime()).toBe(48 * 3_600_000);
});
