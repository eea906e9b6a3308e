/** What the keys and buttons do to a text, as pure functions. */

/** A text and what is selected in it. */
export type Written = { text: string; start: number; end: number };
/** `insert` takes the place of `from` to `to`; then this is selected. */
export type Edit = { from: number; to: number; insert: string; select: [start: number, end: number] };

export type Mark = "**" | "_" | "~~" | "`";
export type Prefix = "- " | "> ";

const ADDRESS = /^(https?:\/\/|mailto:)\S+$/i;
const FENCE = "```";

/** Puts the marks around what is selected, or takes them away. */
export function toggleMark(written: Written, mark: Mark): Edit {
	const { text } = written;
	const { start, end } = withoutEdges(written);
	const inner = text.slice(start, end);
	const { length } = mark;
	if (text.slice(start - length, start) === mark && text.slice(end, end + length) === mark) {
		return { from: start - length, to: end + length, insert: inner, select: [start - length, end - length] };
	}
	if (inner.length >= length * 2 && inner.startsWith(mark) && inner.endsWith(mark)) {
		return { from: start, to: end, insert: inner.slice(length, -length), select: [start, end - length * 2] };
	}
	return { from: start, to: end, insert: mark + inner + mark, select: [start + length, end + length] };
}

/** Code in the line, or a block of it when several lines are selected. */
export function toggleCode(written: Written): Edit {
	const { text, start, end } = written;
	if (!text.slice(start, end).includes("\n")) return toggleMark(written, "`");
	const before = start === 0 || text[start - 1] === "\n" ? "" : "\n";
	const after = end === text.length || text[end] === "\n" ? "" : "\n";
	const head = `${before}${FENCE}\n`;
	const insert = `${head}${text.slice(start, end).replace(/\n$/, "")}\n${FENCE}${after}`;
	return { from: start, to: end, insert, select: [start + head.length, start + insert.length - after.length - 4] };
}

/** The selected words become a link, and what is missing of it is selected. */
export function makeLink(written: Written, address?: string): Edit {
	const { start, end } = withoutEdges(written);
	const inner = written.text.slice(start, end);
	if (address) {
		const insert = `[${inner}](${address})`;
		return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
	}
	if (ADDRESS.test(inner)) {
		return { from: start, to: end, insert: `[](${inner})`, select: [start + 1, start + 1] };
	}
	const at = start + inner.length + 3;
	return { from: start, to: end, insert: `[${inner}](https://)`, select: [at, at + "https://".length] };
}

export function isAddress(text: string): boolean {
	return ADDRESS.test(text.trim());
}

/** Makes the lines items or a quote, or ends that. */
export function togglePrefix({ text, start, end }: Written, prefix: Prefix): Edit {
	const from = text.lastIndexOf("\n", start - 1) + 1;
	const next = text.indexOf("\n", end);
	const to = next === -1 ? text.length : next;
	const lines = text.slice(from, to).split("\n");
	const full = lines.filter((line) => line.trim() !== "");
	const isOn = full.length > 0 && full.every((line) => line.startsWith(prefix));
	const changed = lines.map((line) =>
		isOn ? line.replace(prefix, "") : line.trim() === "" && lines.length > 1 ? line : prefix + line,
	);
	const insert = changed.join("\n");
	const first = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
	if (start === end)
		return { from, to, insert, select: [Math.max(from, start + first), Math.max(from, start + first)] };
	return { from, to, insert, select: [from, from + insert.length] };
}

const ITEM = /^(?<indent>\s*)(?:(?<bullet>[-*+])|(?<number>\d{1,9})(?<after>[.)]))(?<task> \[[ xX]\])? /;
const QUOTE = /^(?:> ?)+/;

/** A line break that goes on with the list or the quote, and ends it at an empty item. */
export function breakLine({ text, start, end }: Written): Edit {
	const from = text.lastIndexOf("\n", start - 1) + 1;
	const line = text.slice(from, start);
	const plain = put(start, end, "\n");
	if (isInFence({ text, start: from, end: from })) return put(start, end, `\n${/^[ \t]*/.exec(line)?.[0] ?? ""}`);
	const item = ITEM.exec(line);
	const lead = item?.[0] ?? QUOTE.exec(line)?.[0];
	if (!lead) return plain;
	const restOfLine = text.slice(end).split("\n", 1)[0] ?? "";
	if (line === lead && restOfLine === "" && start === end) return put(from, end, "");
	return put(start, end, `\n${item ? nextItem(item.groups ?? {}) : lead}`);
}

function nextItem({ indent = "", bullet, number, after, task }: Record<string, string | undefined>): string {
	const mark = bullet ?? `${Number(number) + 1}${after}`;
	return `${indent}${mark}${task ? " [ ]" : ""} `;
}

function put(from: number, to: number, insert: string): Edit {
	return { from, to, insert, select: [from + insert.length, from + insert.length] };
}

/** Whether the caret stands in a block of code that is not closed before it. */
export function isInFence({ text, start }: Written): boolean {
	let fence: string | undefined;
	for (const line of text.slice(0, start).split("\n")) fence = fenceAfter(fence, line);
	return fence !== undefined;
}

/** The fence that is open after a line; undefined when none is. */
export function fenceAfter(open: string | undefined, line: string): string | undefined {
	const [, marks, rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
	if (!marks) return open;
	if (open) return marks[0] === open[0] && marks.length >= open.length && rest.trim() === "" ? undefined : open;
	return marks.startsWith("`") && rest.includes("`") ? undefined : marks;
}

/** Marks at a space are no marks. */
function withoutEdges({ text, start, end }: Written): { start: number; end: number } {
	const inner = text.slice(start, end);
	if (inner.trim() === "") return { start: end, end };
	return {
		start: start + inner.length - inner.trimStart().length,
		end: end - (inner.length - inner.trimEnd().length),
	};
}
