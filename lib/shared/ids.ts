/** What was made last: ids of one millisecond count on from a random beginning (RFC 9562, 6.2, method 1). */
let last = { now: 0, count: 0 };
const COUNT_BITS = 0xfff;
const BYTES = 16;
/** Random bytes for many ids at once: asking for them costs more than all the rest, and each request has ids. */
const pool = new Uint8Array(64 * BYTES);
let used = pool.length;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * A new UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 that count within one, then random bits, so that ids made later here sort later.
 * Works in the server and in the browser.
 */
export function newId(now: number = Date.now()): string {
	const bytes = randomBytes();
	const begin = ((bytes[6] ?? 0) * 256 + (bytes[7] ?? 0)) & (COUNT_BITS >> 1);
	last = { now, count: last.now === now ? (last.count + 1) & COUNT_BITS : begin };
	let time = now;
	for (let i = 5; i >= 0; i--) {
		bytes[i] = time % 256;
		time = Math.floor(time / 256);
	}
	bytes[6] = (last.count >> 8) | 0x70;
	bytes[7] = last.count & 0xff;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	let hex = "";
	for (const byte of bytes) hex += HEX[byte];
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** No byte is given out twice. */
function randomBytes(): Uint8Array {
	if (used === pool.length) {
		crypto.getRandomValues(pool);
		used = 0;
	}
	used += BYTES;
	return pool.subarray(used - BYTES, used);
}
