import { invalidField } from "../shared/errors.ts";
import { type FilterName, type Has, haves, type SearchPart, searchParts } from "../shared/search-words.ts";
import { isCjk, wordsOf } from "./terms.ts";

/** What is looked for. All of it must hold. */
export type SearchQuery = {
	/** Terms that the message has. */
	terms: string[];
	/** The beginning of a term: the last word, as somebody may still be typing it. */
	prefix?: string;
	/** Terms that stand one after the other. */
	phrases: string[][];
	notTerms: string[];
	notPhrases: string[][];
	/** Usernames and names of rooms or ids, as they were typed: each list is a choice. */
	from: string[];
	in: string[];
	has: Has[];
	/** The first moment that counts, and the first that no longer does. */
	since?: Date;
	until?: Date;
};

/** Shorter beginnings are the beginning of nearly everything. A single character of Chinese is a word. */
const MIN_PREFIX_LENGTH = 3;

/**
 * Reads what somebody typed into the search field.
 * @param timeZone IANA name, in which the days of `before:`, `after:` and `on:` begin
 * @throws ParleyError `invalid-input` at `q` for a date that is none, an unknown `has:`, nothing to look for
 */
export function parseQuery(text: string, timeZone: string): SearchQuery {
	const query: SearchQuery = { terms: [], phrases: [], notTerms: [], notPhrases: [], from: [], in: [], has: [] };
	const parts = searchParts(text);
	for (const [index, part] of parts.entries()) {
		if (part.name) addFilter(query, part.name, part.value, timeZone);
		else addWords(query, part, index === parts.length - 1 && !/\s$/u.test(text));
	}
	return query;
}

/** Whether it asks for anything at all. */
export function isEmpty({ terms, prefix, phrases, from, in: rooms, has, since, until }: SearchQuery): boolean {
	return terms.length + phrases.length + from.length + rooms.length + has.length === 0 && !prefix && !since && !until;
}

function addFilter(query: SearchQuery, name: FilterName, value: string, timeZone: string): void {
	if (value === "") return;
	switch (name) {
		case "from":
			query.from.push(value.replace(/^@/, ""));
			return;
		case "in":
			query.in.push(value.replace(/^#/, ""));
			return;
		case "has":
			query.has.push(knownHas(value.toLowerCase()));
			return;
		default:
			addDay(query, name, dayOf(value), timeZone);
	}
}

function knownHas(value: string): Has {
	const has = haves.find((name) => name === value || `${name}s` === value);
	if (!has) throw invalidField("q", "unknown-has", `has: takes ${haves.join(", ")}.`);
	return has;
}

type Day = { year: number; month: number; day: number };

function dayOf(value: string): Day {
	const [, year, month, day] = (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value) ?? []).map(Number);
	const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
	const exists = date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
	if (!year || !month || !day || !exists)
		throw invalidField("q", "invalid-date", `${value} is not a day: write 2026-11-24.`);
	return { year, month, day };
}

/** `before:` and `after:` leave the day itself out. */
function addDay(query: SearchQuery, name: string, day: Day, timeZone: string): void {
	const begin = startOf(day, timeZone);
	const end = startOf({ ...day, day: day.day + 1 }, timeZone);
	if (name !== "before") query.since = later(query.since, name === "after" ? end : begin);
	if (name !== "after") query.until = earlier(query.until, name === "before" ? begin : end);
}

/** The moment at which a day begins there. A day whose midnight is skipped by the clock's change begins an hour later. */
function startOf({ year, month, day }: Day, timeZone: string): Date {
	const wanted = Date.UTC(year, month - 1, day);
	const first = wanted - offsetAt(wanted, timeZone);
	return new Date(wanted - offsetAt(first, timeZone));
}

/** How far the clocks there are ahead of UTC, in ms. */
function offsetAt(at: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat("en-US", {
		timeZone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	}).formatToParts(at);
	const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	const shown = Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
	return shown - Math.floor(at / 1_000) * 1_000;
}

function later(a: Date | undefined, b: Date): Date {
	return a && a > b ? a : b;
}

function earlier(a: Date | undefined, b: Date): Date {
	return a && a < b ? a : b;
}

function addWords(query: SearchQuery, { not, value, quoted }: SearchPart, isLast: boolean): void {
	const terms = leading(value);
	const [only] = terms;
	if (only === undefined) return;
	const isPhrase = terms.length > 1 && (quoted || not || isCjk(value));
	if (not) {
		if (isPhrase) query.notPhrases.push(terms);
		else query.notTerms.push(only);
		return;
	}
	if (isPhrase) {
		query.phrases.push(terms);
		return;
	}
	const last = terms.at(-1);
	const mayGrow = isLast && !quoted && last !== undefined && (last.length >= MIN_PREFIX_LENGTH || isSingleCjk(last));
	query.terms.push(...(mayGrow || isSingleCjk(only) ? terms.slice(0, -1) : terms));
	if (last !== undefined && (mayGrow || isSingleCjk(last))) query.prefix = last;
}

/** The words of a text without the parts of composed ones: `wake.ts` is asked for as it stands. */
function leading(text: string): string[] {
	const terms: string[] = [];
	let end = -1;
	const words = wordsOf(text);
	for (const [index, { term, start, end: ends }] of words.entries()) {
		const isPart = start < end && !isCjk(term);
		// The last character of a run stands in the pair before it already.
		const isTail = isCjk(term) && [...term].length === 1 && index > 0 && start < end;
		if (!isPart && !isTail) terms.push(term);
		end = Math.max(end, ends);
	}
	return terms;
}

function isSingleCjk(term: string): boolean {
	return isCjk(term) && [...term].length === 1;
}
