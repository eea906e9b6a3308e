import { expect, test } from "vitest";
import { isCode, markdownOf, tableOf } from "./paste-markdown.ts";

const plain = (text: string) => markdownOf({ text, html: "", editor: "" });

test("cells of a spreadsheet become a table, with what would break it escaped", () => {
	expect(plain("Station\tBattery\nHalling\t3.61 | low\n")).toBe(
		"| Station | Battery |\n| --- | --- |\n| Halling | 3.61 \\| low |\n",
	);
	expect(tableOf([["a", "b"], ["c"], ["", ""]])).toBe("| a | b |\n| --- | --- |\n| c |  |\n");
});

test("one row, one column, indented lines and words are no table", () => {
	expect(plain("a\tb")).toBeUndefined();
	expect(plain("\tone\n\ttwo")).toBeUndefined();
	expect(plain("Dear all,\nthe ferry goes at two.\nKofi")).toBeUndefined();
});

test("what an editor copied is code of its language when it has several lines", () => {
	const editor = JSON.stringify({ mode: "typescript" });
	expect(markdownOf({ text: "a\nb\n", html: "", editor })).toBe("```typescript\na\nb\n```\n");
	expect(markdownOf({ text: "slot", html: "", editor })).toBeUndefined();
	expect(markdownOf({ text: "a\n```\nb", html: "", editor: "no JSON" })).toBe("~~~\na\n```\nb\n~~~\n");
});

test("lines that are clearly a program are code, a letter is not", () => {
	expect(isCode("const a = 1;\nif (a) {\n  go();\n}")).toBe(true);
	expect(isCode("def wake(slot):\n    return slot * 5\n\nimport time")).toBe(true);
	expect(isCode("We left at 07:40;\nthe mast stands straight.\nSee you")).toBe(false);
	expect(isCode("a;\nb;")).toBe(false);
	expect(plain("let a = 1;\nlet b = 2;\nlet c = 3;")).toBe("```\nlet a = 1;\nlet b = 2;\nlet c = 3;\n```\n");
});
