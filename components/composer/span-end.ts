import { endOfMute } from "@/components/rooms/mute-ends";

const MINUTES: Record<string, number> = { m: 1, min: 1, h: 60, std: 60, d: 1_440, t: 1_440 };
const LONGEST_DAYS = 365;

/**
 * When something ends that is to last as long as somebody wrote: `30m`, `2h`, `3d`, `tomorrow`; an hour, if he wrote nothing.
 * @returns ISO 8601; null for `off`, undefined for what is no length of time
 */
export function spanEnd(words: string, now: Date): string | null | undefined {
	const wanted = words.trim().toLowerCase();
	if (wanted === "") return endOfMute("hour", now);
	if (wanted === "off" || wanted === "aus") return null;
	if (wanted === "tomorrow" || wanted === "morgen") return endOfMute("tomorrow", now);
	const [, count, unit = ""] = /^(\d{1,6})\s*([a-z]+)$/.exec(wanted) ?? [];
	const minutes = Number(count) * (MINUTES[unit] ?? Number.NaN);
	if (!(minutes > 0 && minutes <= LONGEST_DAYS * 1_440)) return undefined;
	return new Date(now.getTime() + minutes * 60_000).toISOString();
}
