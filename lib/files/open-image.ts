import type { Metadata, Sharp } from "sharp";
import { ParleyError } from "../shared/errors.ts";
import { singleton } from "../singleton.ts";

/** Of all its pictures together: decoded, each pixel takes four bytes. */
const MOST_PIXELS = 100_000_000;
const MOST_FRAMES = 1_000;
export const MOST_SECONDS = 20;
/** Decoding takes a core and memory: others wait, and beyond this many are asked to come back. */
const AT_ONCE = 2;
const MOST_WAITING = 100;

/** Told by its head, before anything is decoded. */
export function tooMuch({ width, height, pages = 1 }: Metadata): boolean {
	return pages > MOST_FRAMES || width * height * pages > MOST_PIXELS;
}

/** The decoders of the formats that are taken, and no others: neither SVG nor anything that calls programs. */
const DECODERS = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}`);

/**
 * Opens an image as often as one likes, with its pictures or the first of them alone.
 * @returns a function that does
 */
export async function openImage(content: Buffer): Promise<(options?: { animated?: boolean }) => Sharp> {
	// When the first image comes: the library is large, and not there for every machine.
	const { default: sharp } = await import("sharp");
	singleton("sharp", () => {
		sharp.cache(false);
		sharp.concurrency(1);
		sharp.block({ operation: ["VipsForeignLoad"] });
		sharp.unblock({ operation: DECODERS });
		return true;
	});
	return ({ animated = false } = {}) =>
		sharp(content, { limitInputPixels: MOST_PIXELS, failOn: "error", animated, sequentialRead: true });
}

type Turns = { running: number; waiting: (() => void)[] };

/** Waits until one of the places is free. @throws ParleyError `too-busy` */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	const turns = singleton<Turns>("image-turns", () => ({ running: 0, waiting: [] }));
	if (turns.running >= AT_ONCE) {
		if (turns.waiting.length >= MOST_WAITING) throw new ParleyError("too-busy");
		await new Promise<void>((resolve) => turns.waiting.push(resolve));
	} else turns.running++;
	try {
		return await work();
	} finally {
		const next = turns.waiting.shift();
		// Who comes next takes the place over.
		if (next) next();
		else turns.running--;
	}
}
