import { MAX_PREVIEWS } from "../shared/limits.ts";
import { withoutCode } from "../shared/without-code.ts";

/** An address may hold brackets, but not one that was opened before it. */
const ADDRESS = /https?:\/\/[^\s<>"`]{1,2000}/giu;
const MOST_LOOKED_AT = 20;

/** The web addresses of a text, each once, in their order, at most `MAX_PREVIEWS`; code holds none. */
export function linksIn(text: string): string[] {
	if (!/https?:\/\//i.test(text)) return [];
	const found = withoutCode(text).matchAll(ADDRESS);
	const links = new Set<string>();
	let looked = 0;
	for (const [written] of found) {
		if (links.size === MAX_PREVIEWS || looked++ === MOST_LOOKED_AT) break;
		const address = withoutTrailing(written);
		if (URL.canParse(address)) links.add(new URL(address).href);
	}
	return [...links];
}

/** What ends a sentence, an emphasis or a bracket around an address is none of it. */
function withoutTrailing(written: string): string {
	// `[words](https://…)`, `(https://…)`
	const open = firstUnopened(written);
	let end = open < 0 ? written.length : open;
	while (end > 0 && ".,:;!?'*_~|".includes(written.charAt(end - 1))) end--;
	return written.slice(0, end);
}

/** Where the first bracket closes that was not opened in the address. */
function firstUnopened(written: string): number {
	let depth = 0;
	for (let at = 0; at < written.length; at++) {
		const sign = written.charAt(at);
		if (sign === "(" || sign === "[") depth++;
		if ((sign === ")" || sign === "]") && --depth < 0) return at;
	}
	return -1;
}
