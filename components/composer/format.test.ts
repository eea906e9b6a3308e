import { describe, expect, test } from "vitest";
import {
	breakLine,
	type Edit,
	isInFence,
	makeLink,
	toggleCode,
	toggleMark,
	togglePrefix,
	type Written,
} from "./format.ts";

/** `|` is the caret, or two of them what is selected. */
function written(marked: string): Written {
	const [before = "", inner = "", after] = marked.split("|");
	return after === undefined
		? { text: before + inner, start: before.length, end: before.length }
		: { text: before + inner + after, start: before.length, end: before.length + inner.length };
}

function changed(marked: string, change: (written: Written) => Edit): string {
	const { text } = written(marked);
	const { from, to, insert, select } = change(written(marked));
	const whole = text.slice(0, from) + insert + text.slice(to);
	const [start, end] = select;
	const caret = start === end ? "|" : `|${whole.slice(start, end)}|`;
	return whole.slice(0, start) + caret + whole.slice(end);
}

describe("a mark", () => {
	const bold = (text: string) => changed(text, (it) => toggleMark(it, "**"));

	test("goes around what is selected, and away again", () => {
		expect(bold("see |Halling| now")).toBe("see **|Halling|** now");
		expect(bold("see **|Halling|** now")).toBe("see |Halling| now");
		expect(bold("see |**Halling**| now")).toBe("see |Halling| now");
	});

	test("leaves spaces at the edges outside, where it would not be one", () => {
		expect(bold("see| Halling |now")).toBe("see **|Halling|** now");
	});

	test("without a selection takes the caret between", () => {
		expect(bold("see |")).toBe("see **|**");
	});
});

describe("code", () => {
	test("is in the line for one line, a block for several", () => {
		expect(changed("run |slot| now", toggleCode)).toBe("run `|slot|` now");
		expect(changed("run |a\nb|", toggleCode)).toBe("run \n```\n|a\nb|\n```");
	});
});

describe("a link", () => {
	test("waits for its address, or for its words when an address is selected", () => {
		expect(changed("the |plan|", (it) => makeLink(it))).toBe("the [plan](|https://|)");
		expect(changed("|https://a.example|", (it) => makeLink(it))).toBe("[|](https://a.example)");
		expect(changed("the |plan|", (it) => makeLink(it, "https://a.example"))).toBe("the [plan](https://a.example)|");
	});
});

describe("a list", () => {
	const list = (text: string) => changed(text, (it) => togglePrefix(it, "- "));

	test("begins at the line of the caret, and ends there", () => {
		expect(list("Bring:\nrope|")).toBe("Bring:\n- rope|");
		expect(list("Bring:\n- rope|")).toBe("Bring:\nrope|");
		expect(list("|")).toBe("- |");
	});

	test("takes all lines that are selected, but no empty ones", () => {
		expect(list("|rope\n\nlamp|")).toBe("|- rope\n\n- lamp|");
		expect(list("|- rope\n- lamp|")).toBe("|rope\nlamp|");
	});
});

describe("a line break", () => {
	test("goes on with the list, the number, the task, the quote", () => {
		expect(changed("- rope|", breakLine)).toBe("- rope\n- |");
		expect(changed("9. rope|", breakLine)).toBe("9. rope\n10. |");
		expect(changed("- [x] rope|", breakLine)).toBe("- [x] rope\n- [ ] |");
		expect(changed("> so he said|", breakLine)).toBe("> so he said\n> |");
		expect(changed("plain|", breakLine)).toBe("plain\n|");
	});

	test("ends them at an empty item", () => {
		expect(changed("- rope\n- |", breakLine)).toBe("- rope\n|");
		expect(changed("> |", breakLine)).toBe("|");
		expect(changed("- | rope", breakLine)).toBe("- \n- | rope");
	});

	test("keeps the indentation in a block of code, where a dash is no list", () => {
		expect(changed("```\n  - one|", breakLine)).toBe("```\n  - one\n  |");
	});
});

describe("a block of code", () => {
	const inside = (text: string) => isInFence(written(text));

	test("is open until it is closed", () => {
		expect(inside("```ts|")).toBe(true);
		expect(inside("```ts\nlet a|")).toBe(true);
		expect(inside("```ts\nlet a\n```|")).toBe(false);
		expect(inside("~~~\n```|")).toBe(true);
		expect(inside("```let a```|")).toBe(false);
		expect(inside("a ``` b|")).toBe(false);
	});
});
