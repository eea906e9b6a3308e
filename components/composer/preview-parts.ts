/** How a line looks while it is written: a rough reading that must be quick; what is sent is read in full where it is shown. */
import { mentionsIn } from "@/lib/shared/mention-names";
import { fenceAfter } from "./format";

export type Look = "mark" | "bold" | "italic" | "strike" | "code" | "mention" | "link";
export type Part = { text: string; looks: Look[] };
export type Line = { text: string; isCode: boolean };

/** A longer line is shown as it is: every key reads it again. */
const LONGEST_READ = 4_000;

const INLINE = new RegExp(
	[
		/(?<escaped>\\[\p{P}\p{S}])/u,
		/(?<tick>`+)(?<code>[^`]+)\k<tick>(?!`)/u,
		/(?<both>\*\*|__|~~)(?=\S)(?<strong>.+?)(?<=\S)\k<both>/u,
		/(?<one>(?<![\p{L}\p{N}*_])[*_])(?=[^\s*_])(?<soft>[^*_]*[^\s*_])\k<one>(?![\p{L}\p{N}*_])/u,
		/(?<open>\[)(?<words>[^\][]*)(?<close>\]\([^()\s]*\))/u,
		/(?<address>https?:\/\/[^\s<>)]+)/u,
	]
		.map(({ source }) => source)
		.join("|"),
	"gu",
);

export function linesOf(text: string): Line[] {
	let fence: string | undefined;
	return text.split("\n").map((line) => {
		const before = fence;
		fence = fenceAfter(fence, line);
		return { text: line, isCode: before !== undefined || fence !== undefined };
	});
}

export function partsOf({ text, isCode }: Line): Part[] {
	if (isCode) return [{ text, looks: /^ {0,3}(`{3}|~{3})/.test(text) ? ["mark"] : ["code"] }];
	if (text.length > LONGEST_READ) return [{ text, looks: [] }];
	const [lead = ""] = /^\s*(?:#{1,6} |(?:> ?)+|[-*+] (?:\[[ xX]\] )?|\d{1,9}[.)] )/.exec(text) ?? [];
	const looks: Look[] = /^\s*#/.test(lead) ? ["bold"] : [];
	return [...(lead ? [{ text: lead, looks: ["mark" as const] }] : []), ...inline(text.slice(lead.length), looks)];
}

function inline(text: string, looks: Look[]): Part[] {
	const parts: Part[] = [];
	let at = 0;
	const add = (piece: string | undefined, look?: Look) => {
		if (piece) parts.push({ text: piece, looks: look ? [...looks, look] : looks });
	};
	for (const match of text.matchAll(INLINE)) {
		const { tick, code, both, strong, one, soft, open, words, close, address } = match.groups ?? {};
		plain(text.slice(at, match.index));
		at = match.index + match[0].length;
		if (tick && code) for (const [piece, look] of around(tick, code, "code")) add(piece, look);
		else if (both && strong) wrapped(both, strong, both === "~~" ? "strike" : "bold");
		else if (one && soft) wrapped(one, soft, "italic");
		else if (open) {
			add(open, "mark");
			add(words, "link");
			add(close, "mark");
		} else add(match[0], address ? "link" : undefined);
	}
	plain(text.slice(at));
	return parts;

	function plain(piece: string) {
		let from = 0;
		for (const { start, end } of mentionsIn(piece)) {
			add(piece.slice(from, start));
			add(piece.slice(start, end), "mention");
			from = end;
		}
		add(piece.slice(from));
	}

	function wrapped(mark: string, inner: string, look: Look) {
		add(mark, "mark");
		parts.push(...inline(inner, [...looks, look]));
		add(mark, "mark");
	}
}

function around(mark: string, inner: string, look: Look): [string, Look][] {
	return [
		[mark, "mark"],
		[inner, look],
		[mark, "mark"],
	];
}
