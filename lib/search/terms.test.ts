import { expect, test } from "vitest";
import { termsOf, wordsOf } from "./terms.ts";

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
