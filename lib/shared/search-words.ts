/** How what is typed into a search field falls into its parts: for the server, which looks them up, and the page, which shows filters. */

export const haves = ["file", "image", "link", "code", "thread", "reaction"] as const;
export type Has = (typeof haves)[number];

export const filterNames = ["from", "in", "before", "after", "on", "has"] as const;
export type FilterName = (typeof filterNames)[number];

export type SearchPart = {
	/** Not wanted. */
	not: boolean;
	/** Of a filter; words have none. */
	name?: FilterName;
	value: string;
	quoted: boolean;
	/** Where it stands in the text, in UTF-16 units. */
	start: number;
	end: number;
};

const MOST_PARTS = 30;

/** `-from:"name with spaces"`, `"a phrase"`, `-word`. */
const PART = /(-?)(?:(from|in|before|after|on|has):)?(?:"([^"]*)"?|(\S+))/giu;

/** A filter whose value is still to be typed. */
const UNFINISHED = /-?\b(?:from|in|before|after|on|has):$/iu;

export function searchParts(text: string): SearchPart[] {
	const parts: SearchPart[] = [];
	for (const match of text.replace(UNFINISHED, "").matchAll(PART)) {
		const [all, minus, written, phrase, word] = match;
		const name = filterNames.find((one) => one === written?.toLowerCase());
		parts.push({
			not: minus === "-",
			...(name && { name }),
			value: (phrase ?? word ?? "").trim(),
			quoted: phrase !== undefined,
			start: match.index,
			end: match.index + all.length,
		});
		if (parts.length === MOST_PARTS) break;
	}
	return parts;
}

/** Whether a line asks for anything: what is only not wanted does not. */
export function asksFor(line: string): boolean {
	return searchParts(line).some(({ value, not, name }) => (!not || name) && /[\p{L}\p{N}]/u.test(value));
}

/** As one types it: in quotes where it has spaces. */
export function filterText(name: FilterName, value: string): string {
	return /[\s"]/u.test(value) ? `${name}:"${value.replaceAll('"', "")}"` : `${name}:${value}`;
}
