import { expect, test } from "vitest";
import { patternOf } from "@/components/text/mark";
import { parse } from "@/components/text/parse";
import { excerptBlocks, excerptOf, isLong } from "./excerpt.ts";

const words = (count: number, word = "water") => Array.from({ length: count }, () => word).join(" ");

test("what is short is shown whole", () => {
	expect(isLong("low water at six")).toBe(false);
	expect(isLong(words(100))).toBe(true);
	expect(isLong("a\n".repeat(10))).toBe(true);
});

test("of a long text the piece around the find is shown, cut between words", () => {
	const text = `${words(100)} mast ${words(100)}`;
	const shown = excerptOf(text, text.indexOf("mast"));
	expect(shown).toMatch(/^… water .* mast water .* water …$/);
	expect(shown.length).toBeLessThan(340);
});

test("at the beginning and at the end nothing is left out on that side", () => {
	const text = `mast ${words(100)} quay`;
	expect(excerptOf(text, 0)).toMatch(/^mast water .* …$/);
	expect(excerptOf(text, text.indexOf("quay"))).toMatch(/^… .* quay$/);
});

test("of many lines the one with the find is shown, with the one before it", () => {
	const lines = Array.from({ length: 20 }, (_, line) => `line ${line}`);
	lines[10] = "the mast";
	const text = lines.join("\n");
	expect(excerptOf(text, text.indexOf("mast")).split("\n")).toEqual(["… line 9", "the mast", "line 11", "line 12 …"]);
});

test("what is written without spaces is cut all the same", () => {
	expect(excerptOf("潮".repeat(1_000), 500).length).toBeLessThan(340);
});

test("a find in code is shown as code, by whole lines", () => {
	const lines = Array.from({ length: 30 }, (_, line) => `step(${line});`);
	const { blocks } = parse(`Look at this:\n\n\`\`\`ts\n${lines.join("\n")}\n\`\`\``);
	const [code, ...others] = excerptBlocks(blocks, patternOf(["20"]));
	expect(others).toEqual([]);
	expect(code).toMatchObject({ type: "code", text: "step(19);\nstep(20);\nstep(21);\nstep(22);" });
	expect(code).toHaveProperty("parts", expect.arrayContaining([{ type: "mark", text: "20" }]));
});
