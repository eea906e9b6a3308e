const FENCE = /^(?<ticks>`{3,}(?=[^`]*$)|~{3,})/;
/** What may stand before the first word of a block: quotes, list items. */
const BEFORE = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;
/** A code span does not reach from one block into the next. */
const BEGINS_BLOCK = /^[ \t]*(?:$|>|\||#{1,6}[ \t]|(?:[-*+]|\d{1,9}[.)])[ \t])/;

/** The text with spaces in place of all code, fenced and inline, so that places in it stay the same. In time linear to its length. */
export function withoutCode(text: string): string {
	if (!text.includes("`") && !text.includes("~~~")) return text;
	const lines = text.split("\n");
	let kept = "";
	let block: string[] = [];
	const endBlock = () => {
		if (block.length > 0) kept += `${withoutSpans(block.join("\n"))}\n`;
		block = [];
	};
	for (let at = 0; at < lines.length; ) {
		const fenced = linesOfFence(lines, at);
		const line = lines[at] ?? "";
		if (fenced > 0 || BEGINS_BLOCK.test(line)) endBlock();
		if (fenced === 0) block.push(line);
		for (const code of lines.slice(at, at + fenced)) kept += `${blank(code)}\n`;
		at += Math.max(fenced, 1);
	}
	endBlock();
	return kept.slice(0, text.length);
}

/** How many lines the fenced code that begins here has, with its fences; 0 when none begins. One that is never closed goes to the end. */
function linesOfFence(lines: string[], at: number): number {
	const { before, fence } = fenceOf(lines[at] ?? "");
	if (!fence) return 0;
	const quoted = before.includes(">");
	for (let next = at + 1; next < lines.length; next++) {
		const line = lines[next] ?? "";
		if (quoted && !line.trimStart().startsWith(">")) return next - at;
		if (closes(fence, line)) return next - at + 1;
	}
	return lines.length - at;
}

function fenceOf(line: string): { before: string; fence: string | undefined } {
	const before = BEFORE.exec(line)?.[0] ?? "";
	return { before, fence: FENCE.exec(line.slice(before.length))?.groups?.ticks };
}

function closes(fence: string, line: string): boolean {
	const rest = line.slice(BEFORE.exec(line)?.[0].length ?? 0).trimEnd();
	return rest.startsWith(fence) && rest === fence.charAt(0).repeat(rest.length);
}

/** A run of backticks opens a span that the next run of the same length closes. */
function withoutSpans(block: string): string {
	const runs = [...block.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
	const next = closers(runs.map(({ length }) => length));
	let kept = "";
	let end = 0;
	for (let at = 0; at < runs.length; at++) {
		const run = runs[at];
		const closer = runs[next[at] ?? -1];
		if (!run || !closer || isEscaped(block, run.index)) continue;
		const after = closer.index + closer.length;
		kept += block.slice(end, run.index) + blank(block.slice(run.index, after));
		end = after;
		at = next[at] ?? at;
	}
	return kept + block.slice(end);
}

/** For each run the place of the next one of its length. */
function closers(lengths: number[]): (number | undefined)[] {
	const last = new Map<number, number>();
	const next: (number | undefined)[] = [];
	for (let at = lengths.length - 1; at >= 0; at--) {
		const length = lengths[at] ?? 0;
		next[at] = last.get(length);
		last.set(length, at);
	}
	return next;
}

function isEscaped(text: string, at: number): boolean {
	let slashes = 0;
	while (text[at - slashes - 1] === "\\") slashes++;
	return slashes % 2 === 1;
}

function blank(code: string): string {
	return code.replace(/[^\n]/g, " ");
}
