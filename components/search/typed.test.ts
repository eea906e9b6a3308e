import { expect, test } from "vitest";
import { lineOf, readTyped, triggerAt, typedSoFar, withFilter } from "./typed.ts";

test("filters of a line stand for themselves, and the words beside them", () => {
	expect(readTyped('from:leila wake in:"field trips" slot')).toEqual({
		filters: [
			{ name: "from", value: "leila" },
			{ name: "in", value: "field trips" },
		],
		words: "wake slot",
	});
	expect(readTyped("wake slot ")).toEqual({ filters: [], words: "wake slot " });
	expect(readTyped("-from:leila wake")).toEqual({ filters: [], words: "-from:leila wake" });
});

test("what was read is written as it was, with the words at the end", () => {
	expect(lineOf(readTyped('wake in:"field trips" slot'))).toBe('in:"field trips" wake slot');
	expect(lineOf(readTyped("has:link"))).toBe("has:link");
	expect(lineOf(readTyped('"low water" '))).toBe('"low water" ');
	expect(lineOf({ filters: [], words: "  " })).toBe("");
});

test("a filter at the end may still grow, one before a space is whole", () => {
	expect(typedSoFar("has:li")).toEqual({ filters: [], words: "has:li" });
	expect(typedSoFar("has:link ")).toEqual({ filters: [{ name: "has", value: "link" }], words: "" });
	expect(typedSoFar("wake has:link slot")).toEqual({ filters: [{ name: "has", value: "link" }], words: "wake slot" });
});

test("there is one filter of a kind, but of contents as many as there are", () => {
	const leila = [{ name: "from" as const, value: "leila" }];
	expect(withFilter(leila, { name: "from", value: "kofi" })).toEqual([{ name: "from", value: "kofi" }]);
	const link = [{ name: "has" as const, value: "link" }];
	expect(withFilter(link, { name: "has", value: "code" })).toHaveLength(2);
	expect(withFilter(link, { name: "has", value: "link" })).toHaveLength(1);
});

test("what is being written after a filter's name is completed", () => {
	expect(triggerAt("wake from:le", 12)).toEqual({ name: "from", query: "le", from: 5, to: 12 });
	expect(triggerAt("in:#tide", 8)).toMatchObject({ name: "in", query: "tide" });
	expect(triggerAt('in:"field tr', 12)).toMatchObject({ name: "in", query: "field tr", from: 0 });
	expect(triggerAt("from:le wake", 12)).toBeUndefined();
	expect(triggerAt("from:le wake", 7)).toMatchObject({ query: "le", to: 7 });
	expect(triggerAt("therein:x", 9)).toBeUndefined();
});
