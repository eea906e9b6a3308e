/** What became of a text, word by word. */
export type Piece = { text: string; kind: "same" | "added" | "removed" };

/** More comparisons than this would be felt; then the part that differs is shown as written anew. */
const MOST_COMPARED = 2_000_000;

export function wordChanges(before: string, after: string): Piece[] {
	const [a, b] = [wordsOf(before), wordsOf(after)];
	let start = 0;
	while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
	let end = 0;
	while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	return joined([
		...a.slice(0, start).map(same),
		...changesOf(a.slice(start, a.length - end), b.slice(start, b.length - end)),
		...a.slice(a.length - end).map(same),
	]);
}

/** Words, and what stands between them; also of languages that put no spaces between words. */
function wordsOf(text: string): string[] {
	const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** By the longest common subsequence: `longest[i][j]` is its length for what follows the i-th and the j-th word. */
function changesOf(a: string[], b: string[]): Piece[] {
	if (a.length * b.length > MOST_COMPARED) return [...a.map(removed), ...b.map(added)];
	const width = b.length + 1;
	const longest = new Uint32Array((a.length + 1) * width);
	const at = (i: number, j: number) => longest[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
	const pieces: Piece[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		const [old, fresh] = [a[i], b[j]];
		if (old !== undefined && old === fresh) {
			pieces.push(same(old));
			i++;
			j++;
		} else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
			pieces.push(removed(old));
			i++;
		} else if (fresh !== undefined) {
			pieces.push(added(fresh));
			j++;
		}
	}
	return pieces;
}

/**
 * Words of one kind that follow each other are one piece. A blank between two changed words is changed with them, so that a phrase that was
 * written anew reads as a phrase.
 */
function joined(pieces: Piece[]): Piece[] {
	const runs: Piece[] = [];
	let gone = "";
	let come = "";
	const flush = () => {
		if (gone) runs.push(removed(gone));
		if (come) runs.push(added(come));
		gone = "";
		come = "";
	};
	for (const [index, { text, kind }] of pieces.entries()) {
		const next = pieces[index + 1];
		const isBetween = kind === "same" && gone && come && /^\s+$/.test(text) && next && next.kind !== "same";
		if (kind === "removed" || isBetween) gone += text;
		if (kind === "added" || isBetween) come += text;
		if (kind !== "same" || isBetween) continue;
		flush();
		const last = runs.at(-1);
		if (last?.kind === "same") last.text += text;
		else runs.push(same(text));
	}
	flush();
	return runs;
}

const same = (text: string): Piece => ({ text, kind: "same" });
const added = (text: string): Piece => ({ text, kind: "added" });
const removed = (text: string): Piece => ({ text, kind: "removed" });
