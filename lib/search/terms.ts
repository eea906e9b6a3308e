/**
 * The words of a text as they are looked up: folded, cut where the language cuts them. What is written and what is asked for go through
 * the same functions, or one would not find the other.
 */

/** A word and where it stands in the text, in UTF-16 units, as highlights need it. */
export type Word = { term: string; start: number; end: number };

/** A word longer than this is no word that anybody types; its beginning is kept. */
const MAX_TERM_LENGTH = 64;
/** Of one message: a longer one is a document, and is found by its beginning. */
const MAX_TERMS = 2_000;
const MAX_SEARCHED_CHARACTERS = 20_000;

/** Written without spaces: cut into pairs of neighbours, as dictionaries do not know names and new words. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆]+/gu;
/** What holds a word together that people also look for in parts: `wake.ts`, `next_wake`, `sea's`. */
const JOINTS = /[^\p{L}\p{M}\p{N}]+/u;

/** Between these the segmenter always cuts. */
const BETWEEN_SPACES = /[^ \t\r\n]+/g;
/**
 * One word, with signs before and after it that belong to no word: the segmenter would answer the same at four times the cost, and
 * most of what people write is of this kind.
 */
const PLAIN_WORD = /^[(["'*~`]*([A-Za-z0-9À-ÖØ-öø-ɏА-я]+)[.,;:!?)\]"'*~`]*$/;
const ASCII_WORD = /^[A-Za-z0-9]+$/;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** `Élan` → `elan`, `Straße` → `strasse`, `ｶﾞ` → `カ`: case, marks and widths do not matter to who searches. */
export function foldTerm(text: string): string {
	if (ASCII_WORD.test(text)) return text.toLowerCase().slice(0, MAX_TERM_LENGTH);
	return text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replaceAll("ß", "ss")
		.replaceAll("ı", "i")
		.normalize("NFC")
		.slice(0, MAX_TERM_LENGTH);
}

/** All words of a text with their places, in order. Composed words are followed by their parts, at the same places. */
export function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	let from = 0;
	for (const match of text.matchAll(CJK)) {
		addWords(words, text, from, match.index);
		addPairs(words, match[0], match.index);
		from = match.index + match[0].length;
	}
	addWords(words, text, from, text.length);
	return words;
}

/** What a message is found by, each once. */
export function termsOf(text: string): string[] {
	const terms = new Set<string>();
	for (const { term } of wordsOf(text.slice(0, MAX_SEARCHED_CHARACTERS))) {
		terms.add(term);
		if (terms.size === MAX_TERMS) break;
	}
	return [...terms];
}

function addWords(words: Word[], text: string, from: number, to: number): void {
	for (const { 0: piece, index } of text.slice(from, to).matchAll(BETWEEN_SPACES)) {
		const word = PLAIN_WORD.exec(piece)?.[1];
		if (word !== undefined) add(words, word, from + index + piece.indexOf(word));
		else addSegments(words, piece, from + index);
	}
}

function addSegments(words: Word[], piece: string, from: number): void {
	for (const { segment, index, isWordLike } of segmenter.segment(piece)) {
		if (!isWordLike) continue;
		const start = from + index;
		add(words, segment, start);
		if (JOINTS.test(segment)) addParts(words, segment, start);
	}
}

function addParts(words: Word[], segment: string, start: number): void {
	let at = 0;
	for (const part of segment.split(JOINTS)) {
		at = segment.indexOf(part, at);
		if (part !== "") add(words, part, start + at);
		at += part.length;
	}
}

/** The last character alone as well: a single one that is asked for is looked up as the beginning of a pair. */
function addPairs(words: Word[], run: string, start: number): void {
	const characters = [...run];
	let at = start;
	for (const [index, character] of characters.entries()) {
		add(words, character + (characters[index + 1] ?? ""), at);
		at += character.length;
	}
}

function add(words: Word[], written: string, start: number): void {
	const term = foldTerm(written);
	if (term !== "") words.push({ term, start, end: start + written.length });
}

export function isCjk(text: string): boolean {
	return text.search(CJK) >= 0;
}
