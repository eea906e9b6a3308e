import { expect, test } from "vitest";
import { hasKeyword } from "./keywords.ts";

test.each([
	["the tide is in", ["tide"], true],
	["High TIDE!", ["tide"], true],
	["tides", ["tide"], false],
	["my_tide", ["tide"], false],
	["see `wake.ts`: it sleeps", ["wake.ts"], true],
	["wakexts", ["wake.ts"], false],
	["low  water\nat noon", ["Low water"], true],
	["C++ and C#", ["c++"], true],
	["half-life", ["half-life"], true],
	["a (b) [c] \\d {e} ^f$ | g/h", ["(b) [c] \\d {e} ^f$ | g/h"], true],
	["今天天气很好", ["天气"], true],
	["Die Flut kommt", ["ebbe", "FLUT"], true],
	["anything", [], false],
])("%j holds one of %j: %j", (text, keywords, expected) => {
	expect(hasKeyword(text, keywords)).toBe(expected);
});
