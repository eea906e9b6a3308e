/** All take a time in ISO 8601 and answer in the reader's time zone. */
export type Times = {
	/** 09:12 */
	clockTime: (at: string) => string;
	/** For narrow places: without AM and PM. */
	shortTime: (at: string) => string;
	/** For tooltips: day, year and time. */
	fullTime: (at: string) => string;
	/** Today, Yesterday, Monday, 3 March. */
	dayWords: (at: string, now?: Date) => string;
	/** For lists of what is from any time: Today 09:12, Mon 09:12, 3 Mar, 3 Mar 2025. */
	when: (at: string, now?: Date) => string;
	/** 3 Mar: of a calendar day in any time zone, YYYY-MM-DD. */
	dayOf: (day: string, now?: Date) => string;
	/** 3 minutes ago, in 2 hours. */
	fromNow: (at: string, now?: Date) => string;
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const made = new Map<string, Times>();

/** @param hourCycle undefined: as is usual there */
export function timesIn(locale: string, hourCycle?: "h12" | "h23"): Times {
	const key = `${locale} ${hourCycle}`;
	const times = made.get(key) ?? makeTimes(locale, hourCycle);
	made.set(key, times);
	return times;
}

function makeTimes(locale: string, hourCycle?: "h12" | "h23"): Times {
	const cycle = hourCycle ? { hourCycle } : {};
	const clock = clockIn(locale, cycle);
	const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", ...cycle });
	const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
	const dayOfYear = new Intl.DateTimeFormat(locale, {
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
	});
	const weekday = new Intl.DateTimeFormat(locale, { weekday: "short" });
	const short = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
	const shortOfYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
	const shortDay = (date: Date, now: Date) =>
		(date.getFullYear() === now.getFullYear() ? short : shortOfYear).format(date);
	const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
	return {
		clockTime: (at) => clock.format(new Date(at)),
		shortTime: (at) =>
			clock
				.formatToParts(new Date(at))
				.filter(({ type }) => type !== "dayPeriod")
				.map(({ value }) => value)
				.join("")
				.trim(),
		fullTime: (at) => full.format(new Date(at)),
		dayWords(at, now = new Date()) {
			const date = new Date(at);
			const days = Math.round((startOf(date) - startOf(now)) / DAY_MS);
			if (days === 0 || days === -1) return capitalised(relative.format(days, "day"), locale);
			return (date.getFullYear() === now.getFullYear() ? day : dayOfYear).format(date);
		},
		when(at, now = new Date()) {
			const date = new Date(at);
			const days = Math.round((startOf(now) - startOf(date)) / DAY_MS);
			if (days < 0 || days >= WEEK_DAYS) return shortDay(date, now);
			const day = days <= 1 ? capitalised(relative.format(-days, "day"), locale) : weekday.format(date);
			return `${day} ${clock.format(date)}`;
		},
		dayOf(day, now = new Date()) {
			const date = new Date(`${day}T00:00:00`);
			return Number.isNaN(date.getTime()) ? day : shortDay(date, now);
		},
		fromNow(at, now = new Date()) {
			const minutes = Math.round((Date.parse(at) - now.getTime()) / MINUTE_MS);
			if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
			const hours = Math.round(minutes / 60);
			return Math.abs(hours) < 24 ? relative.format(hours, "hour") : relative.format(Math.round(hours / 24), "day");
		},
	};
}

/** 09:12 and 9:12 AM: only the clock of 24 hours has a nought before. */
function clockIn(locale: string, cycle: { hourCycle?: "h12" | "h23" }): Intl.DateTimeFormat {
	const whole = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", ...cycle });
	if (!whole.resolvedOptions().hour12) return whole;
	return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", ...cycle });
}

/** The calendar day in the reader's time zone, for comparing. */
export function dayKey(at: string): string {
	return new Date(at).toDateString();
}

function startOf(date: Date): number {
	return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function capitalised(words: string, locale: string): string {
	return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
