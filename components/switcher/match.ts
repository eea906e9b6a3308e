/** How well a name fits what was typed: the lower, the better. */
export const ranks = { exact: 0, prefix: 1, wordStart: 2, inside: 3, scattered: 4 } as const;

/** `at`: the characters (code points) of the name that were typed, in order. */
export type Match = { rank: number; at: readonly number[] };

const NOTHING_TYPED: Match = { rank: ranks.prefix, at: [] };
/** Two letters stand somewhere in nearly every long name. */
const LEAST_SCATTERED = 3;
const MARKS = /\p{M}/gu;
const BREAK = /[\s\-_.,/@#()]/u;

const folded = new Map<string, readonly string[]>();
const MOST_FOLDED = 5_000;

/** @returns undefined when the name does not hold these characters in this order. Case and accents do not count. */
export function match(name: string, query: string): Match | undefined {
	const wanted = fold(query.trim());
	if (wanted.length === 0) return NOTHING_TYPED;
	const chars = fold(name);
	const places = placesOf(chars, wanted);
	const [first] = places;
	if (first === undefined) return wanted.length < LEAST_SCATTERED ? undefined : scattered(chars, wanted);
	if (first === 0)
		return { rank: chars.length === wanted.length ? ranks.exact : ranks.prefix, at: spread([0], wanted) };
	const starts = places.filter((place) => BREAK.test(chars[place - 1] ?? ""));
	if (starts.length > 0) return { rank: ranks.wordStart, at: spread(starts, wanted) };
	return { rank: ranks.inside, at: spread([first], wanted) };
}

/** One entry for each code point, so that what was found can be shown in the name as it is written. */
function fold(text: string): readonly string[] {
	const known = folded.get(text);
	if (known) return known;
	const chars = Array.from(text, (char) => char.normalize("NFD").replace(MARKS, "").toLowerCase() || char);
	if (folded.size >= MOST_FOLDED) folded.clear();
	folded.set(text, chars);
	return chars;
}

function placesOf(chars: readonly string[], wanted: readonly string[]): number[] {
	const places: number[] = [];
	for (let place = 0; place + wanted.length <= chars.length; place++) {
		if (!wanted.every((char, index) => chars[place + index] === char)) continue;
		places.push(place);
		place += wanted.length - 1;
	}
	return places;
}

function scattered(chars: readonly string[], wanted: readonly string[]): Match | undefined {
	const at: number[] = [];
	for (const char of wanted) {
		const next = chars.indexOf(char, (at.at(-1) ?? -1) + 1);
		if (next < 0) return undefined;
		at.push(next);
	}
	return { rank: ranks.scattered, at };
}

function spread(places: readonly number[], { length }: readonly string[]): number[] {
	return places.flatMap((place) => Array.from({ length }, (_, index) => place + index));
}
