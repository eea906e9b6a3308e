/** The sound of an alert, made here: two soft tones, a fourth apart. */

const TONES = [
	{ hertz: 659.26, from: 0, until: 0.35 },
	{ hertz: 880, from: 0.11, until: 0.6 },
];
const LOUDEST = 0.12;
const ATTACK_S = 0.012;
/** A browser that lets the page make no sound before somebody touched it does not answer at all. */
const WAITS_MS = 300;

let context: AudioContext | undefined;

/** @returns whether it could be heard, as far as a page knows */
export async function chime(): Promise<boolean> {
	if (typeof AudioContext === "undefined") return false;
	context ??= new AudioContext();
	if (context.state !== "running")
		await Promise.race([context.resume(), new Promise((go) => setTimeout(go, WAITS_MS))]);
	if (context.state !== "running") return false;
	for (const tone of TONES) play(context, tone);
	return true;
}

function play(within: AudioContext, { hertz, from, until }: (typeof TONES)[number]): void {
	const oscillator = within.createOscillator();
	const loudness = within.createGain();
	const now = within.currentTime;
	oscillator.frequency.value = hertz;
	loudness.gain.setValueAtTime(0, now + from);
	loudness.gain.linearRampToValueAtTime(LOUDEST, now + from + ATTACK_S);
	loudness.gain.exponentialRampToValueAtTime(0.0001, now + until);
	oscillator.connect(loudness).connect(within.destination);
	oscillator.start(now + from);
	oscillator.stop(now + until);
}
