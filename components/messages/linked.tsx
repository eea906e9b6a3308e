import { Fragment } from "react";

const ADDRESS = /https?:\/\/[^\s<>"]+/g;
/** What ends a sentence does not belong to the address, nor does a bracket that was opened before it. */
const TRAILING = /[.,;:!?'"”’)\]}]+$/;

/** Text as it was written, with addresses that can be followed. */
export function Linked({ text }: { text: string }) {
	return partsOf(text).map(({ at, words, href }) =>
		href ? (
			<a
				key={at}
				href={href}
				target="_blank"
				rel="noopener noreferrer"
				className="rounded-xs text-link underline-offset-3 hover:underline"
			>
				{words}
			</a>
		) : (
			<Fragment key={at}>{words}</Fragment>
		),
	);
}

type Part = { at: number; words: string; href?: string };

export function partsOf(text: string): Part[] {
	const parts: Part[] = [];
	let end = 0;
	for (const match of text.matchAll(ADDRESS)) {
		const address = withoutTrailing(match[0]);
		if (!URL.canParse(address)) continue;
		if (match.index > end) parts.push({ at: end, words: text.slice(end, match.index) });
		parts.push({ at: match.index, words: address, href: address });
		end = match.index + address.length;
	}
	if (end < text.length) parts.push({ at: end, words: text.slice(end) });
	return parts;
}

function withoutTrailing(address: string): string {
	const closing = address.match(TRAILING)?.[0] ?? "";
	if (closing.startsWith(")") && address.includes("(")) return address.slice(0, address.length - closing.length + 1);
	return address.slice(0, address.length - closing.length);
}
