/**
 * At Brackwater it is always a little after ten in the morning: the zone of its browsers is the one in which that is so now. What
 * pictures show is then the same at every hour, and nothing in them lies in the future.
 */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOUR_THERE = 10;
const FIRST_ZONE = -12;

export type Clock = {
	timezoneId: string;
	/** The moment of a time of day there, so many days ago. */
	at(daysAgo: number, time: string): Date;
};

export function clockOf(now: Date): Clock {
	const zone = ((HOUR_THERE - now.getUTCHours() - FIRST_ZONE + 24) % 24) + FIRST_ZONE;
	const midnight = Math.floor((now.getTime() + zone * HOUR_MS) / DAY_MS) * DAY_MS - zone * HOUR_MS;
	return {
		// POSIX turns the sign: Etc/GMT-2 is two hours ahead.
		timezoneId: zone === 0 ? "UTC" : `Etc/GMT${zone > 0 ? "-" : "+"}${Math.abs(zone)}`,
		at(daysAgo, time) {
			const [hours = 0, minutes = 0] = time.split(":").map(Number);
			return new Date(midnight - daysAgo * DAY_MS + (hours * 60 + minutes) * 60_000);
		},
	};
}
