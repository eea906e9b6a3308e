import type { SearchQuery } from "./parse-query.ts";
import { isCjk, type Word, wordsOf } from "./terms.ts";

/** Where what was looked for stands in a text: [start, end] in UTF-16 units, in order, none inside another. */
export function highlightsIn(text: string, { terms, prefix, phrases }: SearchQuery): [number, number][] {
	const wanted = new Set([...terms, ...phrases.flat()]);
	const found = wordsOf(text).filter(
		({ term }) => wanted.has(term) || (prefix !== undefined && term.startsWith(prefix)),
	);
	return joined(found.map(({ start, end }) => [start, end]));
}

function joined(ranges: [number, number][]): [number, number][] {
	const sorted = [...ranges].sort(([a], [b]) => a - b);
	const left: [number, number][] = [];
	for (const [start, end] of sorted) {
		const last = left.at(-1);
		if (last && start < last[1]) last[1] = Math.max(last[1], end);
		else left.push([start, end]);
	}
	return left;
}

/** Whether the words of each phrase stand together, and those of none that is not wanted. */
export function matchesPhrases(text: string, { phrases, notPhrases }: SearchQuery): boolean {
	const words = wordsOf(text);
	return phrases.every((phrase) => stands(phrase, words)) && !notPhrases.some((phrase) => stands(phrase, words));
}

function stands(phrase: string[], words: Word[]): boolean {
	return words.some((word) => word.term === phrase[0] && goesOn(phrase, 1, word, words));
}

/** A composed word and its parts stand at the same place: the next word begins where this one has ended. */
function goesOn(phrase: string[], index: number, before: Word, words: Word[]): boolean {
	const wanted = phrase[index];
	if (wanted === undefined) return true;
	const isPair = isCjk(wanted) && isCjk(before.term);
	const next = words.filter(({ start }) => (isPair ? start > before.start : start >= before.end));
	const begins = Math.min(...next.map(({ start }) => start));
	return next.some((word) => word.start === begins && word.term === wanted && goesOn(phrase, index + 1, word, words));
}
