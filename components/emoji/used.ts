/** Which emoji somebody uses, and in which tone of skin. Kept on the device. */
const USED_KEY = "parley.emoji.used";
const TONE_KEY = "parley.emoji.tone";
const KEPT = 60;
/** What is used now counts more than what was used often once. */
const FADE = 0.95;
const AT_FIRST = ["👍", "✅", "👀", "❤️", "😂", "🎉", "🙏", "🚀", "🙂"];

export const tones = ["none", "light", "medium-light", "medium", "medium-dark", "dark"] as const;
export type Tone = (typeof tones)[number];

/** The most used first, then those that most people use. The server's own may be gone by now. */
export function rankedEmoji(): string[] {
	const used = [...read()].sort(([, a], [, b]) => b - a).map(([emoji]) => emoji);
	return [...new Set([...used, ...AT_FIRST])];
}

/** How much somebody uses it: 0 for never. */
export function weightOf(emoji: string): number {
	return read().get(emoji) ?? 0;
}

export function countEmoji(emoji: string): void {
	const faded = [...read()].map(([each, weight]) => [each, weight * FADE] as const);
	const weights = new Map(faded);
	weights.set(emoji, (weights.get(emoji) ?? 0) + 1);
	const kept = [...weights].sort(([, a], [, b]) => b - a).slice(0, KEPT);
	write(USED_KEY, JSON.stringify(kept));
}

export function chosenTone(): Tone {
	const kept = item(TONE_KEY);
	return tones.find((tone) => tone === kept) ?? "none";
}

export function chooseTone(tone: Tone): void {
	write(TONE_KEY, tone);
}

function read(): Map<string, number> {
	try {
		const kept: unknown = JSON.parse(item(USED_KEY) ?? "[]");
		return new Map(Array.isArray(kept) ? kept.filter(isEntry) : []);
	} catch {
		return new Map();
	}
}

function isEntry(value: unknown): value is [string, number] {
	return Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "number";
}

// A browser may refuse to keep anything.
function item(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function write(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {}
}
