export const mutes = ["hour", "fourHours", "tomorrow", "week"] as const;
export type Mute = (typeof mutes)[number] | "halfHour";

const HOUR_MS = 3_600_000;
/** When people begin to read again. */
const MORNING = 8;

/** When a mute that begins now is over, in ISO 8601: those of days end at eight in the reader's morning. */
export function endOfMute(mute: Mute, now: Date): string {
	if (mute === "halfHour") return new Date(now.getTime() + HOUR_MS / 2).toISOString();
	if (mute === "hour") return new Date(now.getTime() + HOUR_MS).toISOString();
	if (mute === "fourHours") return new Date(now.getTime() + 4 * HOUR_MS).toISOString();
	const days = mute === "tomorrow" ? 1 : 7;
	return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING).toISOString();
}
