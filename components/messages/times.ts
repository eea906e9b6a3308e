const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const dayOfYear = new Intl.DateTimeFormat(undefined, {
	weekday: "long",
	day: "numeric",
	month: "long",
	year: "numeric",
});
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export const clockTime = (at: string) => clock.format(new Date(at));
/** For narrow places: without AM and PM. */
export function shortTime(at: string): string {
	const parts = clock.formatToParts(new Date(at)).filter(({ type }) => type !== "dayPeriod");
	return parts
		.map(({ value }) => value)
		.join("")
		.trim();
}
export const fullTime = (at: string) => full.format(new Date(at));

/** The calendar day in the reader's time zone, for comparing. */
export function dayKey(at: string): string {
	return new Date(at).toDateString();
}

export function dayWords(at: string, now = new Date()): string {
	const date = new Date(at);
	const days = Math.round((startOf(date) - startOf(now)) / 86_400_000);
	if (days === 0 || days === -1) {
		const words = relative.format(days, "day");
		return words.charAt(0).toUpperCase() + words.slice(1);
	}
	return (date.getFullYear() === now.getFullYear() ? day : dayOfYear).format(date);
}

function startOf(date: Date): number {
	return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
