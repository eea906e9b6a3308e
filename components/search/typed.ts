import { type FilterName, filterNames, filterText, searchParts } from "@/lib/shared/search-words";

export type Filter = { name: FilterName; value: string };

/** What stands in the field: filters that are whole, each on its own, and the words beside them. */
export type Typed = { filters: Filter[]; words: string };

/** A filter whose value somebody is writing, at the place of the caret. */
export type Trigger = { name: FilterName; query: string; from: number; to: number };

/** From a line as the address keeps it. */
export function readTyped(line: string): Typed {
	return takeFilters(line, line.length);
}

export function lineOf({ filters, words }: Typed): string {
	const line = filters.map(({ name, value }) => filterText(name, value)).join(" ");
	return words.trim() === "" ? line : line === "" ? words : `${line} ${words}`;
}

/** While somebody writes: what is followed by a space is a filter, what stands at the end may still grow. */
export function typedSoFar(text: string): Typed {
	return takeFilters(text, text.length - 1);
}

function takeFilters(text: string, until: number): Typed {
	const filters: Filter[] = [];
	let words = "";
	let at = 0;
	for (const { name, value, not, start, end } of searchParts(text)) {
		if (!name || value === "" || not || end > until) continue;
		filters.push({ name, value });
		words += text.slice(at, start);
		at = end;
	}
	words += text.slice(at);
	return { filters, words: filters.length > 0 ? words.replace(/ {2,}/g, " ").trimStart() : words };
}

/** One of a kind: who, where and each day are replaced, kinds of content are added. */
export function withFilter(filters: Filter[], filter: Filter): Filter[] {
	const isOther = (one: Filter) => one.name !== filter.name || (filter.name === "has" && one.value !== filter.value);
	return [...filters.filter(isOther), filter];
}

const WRITING = new RegExp(`(?:^|\\s)(${filterNames.join("|")}):("?)([^"]*)$`, "iu");

export function triggerAt(text: string, caret: number): Trigger | undefined {
	const match = WRITING.exec(text.slice(0, caret));
	const name = filterNames.find((one) => one === match?.[1]?.toLowerCase());
	if (!match || !name) return undefined;
	const [all, , quote, query = ""] = match;
	if (quote === "" && /\s/u.test(query)) return undefined;
	const from = match.index + (/^\s/u.test(all) ? 1 : 0);
	return { name, query: query.replace(/^[@#]/u, ""), from, to: caret };
}
