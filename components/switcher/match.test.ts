import { expect, test } from "vitest";
import { processorMs } from "../../test/processor-time.ts";
import { match, ranks } from "./match.ts";

const rankOf = (name: string, query: string) => match(name, query)?.rank;

test("a name fits exactly, by its beginning, by a word's, inside, or by scattered letters", () => {
	expect(rankOf("field", "field")).toBe(ranks.exact);
	expect(rankOf("field-trips", "fi")).toBe(ranks.prefix);
	expect(rankOf("the-field", "fi")).toBe(ranks.wordStart);
	expect(rankOf("Kofi", "fi")).toBe(ranks.inside);
	expect(rankOf("funding-2027", "f27")).toBe(ranks.scattered);
	expect(rankOf("alarms", "fi")).toBeUndefined();
	expect(rankOf("funding-2027", "f7")).toBeUndefined();
});

test("case and accents do not count, in either", () => {
	expect(rankOf("Zürich-Büro", "zurich")).toBe(ranks.prefix);
	expect(rankOf("Zurich", "ZÜR")).toBe(ranks.prefix);
	expect(rankOf("ÅSA", "åsa")).toBe(ranks.exact);
});

test("tells which letters were meant, at every word that begins so", () => {
	expect(match("fifth-field", "fi")?.at).toEqual([0, 1]);
	expect(match("work-of-the-fifth-field", "fi")?.at).toEqual([12, 13, 18, 19]);
	expect(match("😀 fish", "fi")?.at).toEqual([2, 3]);
	expect(match("abcd", "acd")?.at).toEqual([0, 2, 3]);
});

test("nothing typed fits everything", () => {
	expect(match("anything", " ")).toEqual({ rank: ranks.prefix, at: [] });
});

test("500 rooms with long names are ranked well within a frame", () => {
	const names = Array.from({ length: 500 }, (_, index) => `workshop-orders-and-everything-else-${index}`);
	const all = (query: string) => () => names.map((name) => match(name, query));
	expect(processorMs(all("ord9"), 20)).toBeLessThan(16);
});
