import { expect, test } from "vitest";
import { foldTerm, termsOf, wordsOf } from "./terms.ts";

test("case, marks and widths do not matter", () => {
	expect(termsOf("Élan ELAN élan")).toEqual(["elan"]);
	expect(termsOf("Straße")).toEqual(termsOf("STRASSE"));
	expect(termsOf("ＴＩＤＥ")).toEqual(["tide"]);
	expect(termsOf("İstanbul")).toEqual(termsOf("istanbul"));
});

test("composed words are found whole and in their parts", () => {
	expect(termsOf("wake.ts")).toEqual(expect.arrayContaining(["wake.ts", "wake", "ts"]));
	expect(termsOf("next_wake_at")).toEqual(expect.arrayContaining(["next_wake_at", "next", "wake", "at"]));
	expect(termsOf("it’s 3.61 V")).toEqual(expect.arrayContaining(["it", "3.61", "3", "61", "v"]));
	expect(termsOf("north-side")).toEqual(["north", "side"]);
});

test("Chinese, Japanese and Korean are cut into pairs, with the last character alone", () => {
	expect(termsOf("東京都")).toEqual(["東京", "京都", "都"]);
	expect(termsOf("見る tide 潮位")).toEqual(["見る", "る", "tide", "潮位", "位"]);
	expect(termsOf("수위계")).toEqual(["수위", "위계", "계"]);
});

test("languages without spaces that have a dictionary are cut by it", () => {
	expect(termsOf("ระดับน้ำทะเล").length).toBeGreaterThan(1);
});

test("each word stands where it was written", () => {
	const text = "Low wáter at wake.ts, 潮位!";
	for (const { term, start, end } of wordsOf(text)) {
		const [again] = wordsOf(text.slice(start, end));
		expect(again?.term).toBe(term);
	}
	expect(wordsOf(text).find(({ term }) => term === "water")).toEqual({ term: "water", start: 4, end: 9 });
});

test("what holds no word has none", () => {
	expect(termsOf("")).toEqual([]);
	expect(termsOf("… — !? 👍")).toEqual([]);
});

test("a text that was made to be heavy is cut in time", () => {
	const started = performance.now();
	for (const text of [
		"a.".repeat(50_000),
		"東".repeat(50_000),
		"é".repeat(100_000),
		"a ".repeat(50_000),
		"_".repeat(100_000),
	]) {
		expect(termsOf(text).length).toBeLessThanOrEqual(2_000);
	}
	expect(performance.now() - started).toBeLessThan(3_000);
});

test("words that are cut by hand are those that the segmenter cuts", () => {
	const segmenter = new Intl.Segmenter("und", { granularity: "word" });
	const pieces = "a B 7 é Ж ß ğ . , ; : ! ? ' ’ \" ( ) [ ] * ~ ` _ - / @ # \u0301 \u200d 👍 ์ ร ะ".split(" ");
	const signs = [...pieces, " ", " ", "\n", "\u00a0", "tide", "15", "3.6", "it's"];
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((seed / 2_147_483_648) * below);
	};
	for (let round = 0; round < 5_000; round++) {
		const text = Array.from({ length: 1 + random(14) }, () => signs[random(signs.length)]).join("");
		const segments = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
		const wanted = segments
			.map(({ index, segment }) => `${index} ${foldTerm(segment)}`)
			// Of marks alone nothing is left.
			.filter((word) => !word.endsWith(" "));
		const found = wordsOf(text).map(({ start, term }) => `${start} ${term}`);
		expect(found, JSON.stringify(text)).toEqual(expect.arrayContaining(wanted));
		// What else there is are parts of those.
		for (const { start, end } of wordsOf(text)) {
			const isWithin = segments.some(({ index, segment }) => index <= start && end <= index + segment.length);
			expect(isWithin, JSON.stringify(text)).toBe(true);
		}
	}
});
