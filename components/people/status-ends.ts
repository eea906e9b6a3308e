export const spans = ["never", "halfHour", "hour", "fourHours", "today", "week"] as const;
export type Span = (typeof spans)[number];

const MINUTE_MS = 60_000;
const minutes: Partial<Record<Span, number>> = { halfHour: 30, hour: 60, fourHours: 240 };

/** When a status of this span ends, in ISO 8601: days and weeks (which begin on Monday) end at the reader's midnight. */
export function endOf(span: Span, now: Date): string | undefined {
	if (span === "never") return undefined;
	const length = minutes[span];
	if (length !== undefined) return new Date(now.getTime() + length * MINUTE_MS).toISOString();
	const days = span === "today" ? 1 : 7 - ((now.getDay() + 6) % 7);
	return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
}
