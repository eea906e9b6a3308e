import { expect, test } from "vitest";
import { wordChanges } from "./word-changes.ts";

/** `[-removed-]` and `[+added+]`. */
const shown = (before: string, after: string) =>
	wordChanges(before, after)
		.map(({ text, kind }) => (kind === "same" ? text : kind === "added" ? `[+${text}+]` : `[-${text}-]`))
		.join("");

test("words that were taken away, added and replaced", () => {
	expect(shown("Low water at 14:84", "Low water at 14:48")).toBe("Low water at 14:[-84-][+48+]");
	expect(shown("Low water", "Low water, at Halling")).toBe("Low water[+, at Halling+]");
	expect(shown("Not before noon", "before noon")).toBe("[-Not -]before noon");
	expect(shown("the same", "the same")).toBe("the same");
	expect(shown("", "all new")).toBe("[+all new+]");
});

test("what was written anew reads as a phrase, and lines stay lines", () => {
	expect(shown("We go at nine\nwith boots", "We leave by ten\nwith boots")).toBe(
		"We [-go at nine-][+leave by ten+]\nwith boots",
	);
});

test("of languages without spaces, words too", () => {
	expect(shown("今日は水位が高い", "今日は水位が低い")).toBe("今日は水位が[-高い-][+低い+]");
});

test("what both texts say stands in both, whatever they are", () => {
	const texts = ["", "a b c", "c b a", "a  b\n\nc", "x", "a b c d e f", "b d f", "👍🏽 a", "a 👍🏽"];
	for (const before of texts)
		for (const after of texts) {
			const pieces = wordChanges(before, after);
			const without = (kind: string) =>
				pieces
					.filter((piece) => piece.kind !== kind)
					.map(({ text }) => text)
					.join("");
			expect([without("added"), without("removed")]).toEqual([before, after]);
		}
});

test("texts that have nothing in common are not compared word by word", () => {
	const words = (word: string) => `${word} `.repeat(4_000);
	expect(wordChanges(words("one"), words("two")).map(({ kind }) => kind)).toEqual(["removed", "added", "same"]);
});
