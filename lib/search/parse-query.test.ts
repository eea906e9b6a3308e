import { expect, test } from "vitest";
import { isEmpty, parseQuery, type SearchQuery } from "./parse-query.ts";

const nothing: SearchQuery = { terms: [], phrases: [], notTerms: [], notPhrases: [], from: [], in: [], has: [] };
const parsed = (text: string, zone = "UTC") => parseQuery(text, zone);
const asked = (fields: Partial<SearchQuery>) => ({ ...nothing, ...fields });

test("words are looked up folded; the last one may still be growing", () => {
	expect(parsed("Élan tide")).toEqual(asked({ terms: ["elan"], prefix: "tide" }));
	expect(parsed("Élan tide ")).toEqual(asked({ terms: ["elan", "tide"] }));
	expect(parsed("low ti")).toEqual(asked({ terms: ["low", "ti"] }));
	expect(parsed("wake.ts ")).toEqual(asked({ terms: ["wake.ts"] }));
});

test("what is in quotes stands together", () => {
	expect(parsed('"low water" mark ')).toEqual(asked({ terms: ["mark"], phrases: [["low", "water"]] }));
	expect(parsed('"tide"')).toEqual(asked({ terms: ["tide"] }));
	expect(parsed('"low water')).toEqual(asked({ phrases: [["low", "water"]] }));
});

test("what is not wanted is left out", () => {
	expect(parsed("tide -spring ")).toEqual(asked({ terms: ["tide"], notTerms: ["spring"] }));
	expect(parsed('tide -"spring tide" ')).toEqual(asked({ terms: ["tide"], notPhrases: [["spring", "tide"]] }));
});

test("Chinese is a phrase of pairs, and one character the beginning of one", () => {
	expect(parsed("東京都")).toEqual(asked({ phrases: [["東京", "京都"]] }));
	expect(parsed("東京")).toEqual(asked({ terms: ["東京"] }));
	expect(parsed("東 ")).toEqual(asked({ prefix: "東" }));
});

test("people, rooms and kinds are filters", () => {
	expect(parsed('from:@ines in:#tide-gauges in:"field trips" has:link has:files')).toEqual(
		asked({ from: ["ines"], in: ["tide-gauges", "field trips"], has: ["link", "file"] }),
	);
	expect(() => parsed("has:cake")).toThrow(/has: takes/);
});

test("days begin at midnight of the person's time zone, summer and winter", () => {
	expect(parsed("on:2026-11-24", "Europe/Berlin")).toEqual(
		asked({ since: new Date("2026-11-23T23:00:00Z"), until: new Date("2026-11-24T23:00:00Z") }),
	);
	expect(parsed("after:2026-06-30", "Europe/Berlin")).toEqual(asked({ since: new Date("2026-06-30T22:00:00Z") }));
	expect(parsed("before:2026-03-29", "Europe/Berlin")).toEqual(asked({ until: new Date("2026-03-28T23:00:00Z") }));
	// The day of the clock's change has 23 hours.
	expect(parsed("on:2026-03-29", "Europe/Berlin")).toEqual(
		asked({ since: new Date("2026-03-28T23:00:00Z"), until: new Date("2026-03-29T22:00:00Z") }),
	);
	expect(parsed("on:2026-11-24", "Pacific/Auckland").since).toEqual(new Date("2026-11-23T11:00:00Z"));
});

test("several days narrow each other down", () => {
	expect(parsed("after:2026-11-01 before:2026-11-24 after:2026-11-10")).toEqual(
		asked({ since: new Date("2026-11-11T00:00:00Z"), until: new Date("2026-11-24T00:00:00Z") }),
	);
});

test.each(["on:yesterday", "before:2026-02-30", "after:2026-13-01", "on:24.11.2026"])("%s is no day", (text) => {
	expect(() => parsed(text)).toThrow(/is not a day/);
});

test("nothing is nothing", () => {
	for (const text of ["", "  ", '""', "…", "from:", "-tide"])
		expect([text, isEmpty(parsed(text))]).toEqual([text, true]);
	for (const text of ["tide", "from:ines", "on:2026-11-24"])
		expect([text, isEmpty(parsed(text))]).toEqual([text, false]);
});
