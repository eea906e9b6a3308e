import { expect, test } from "vitest";
import { processorMs } from "../../test/processor-time.ts";
import { linesOf, partsOf } from "./preview-parts.ts";

const shown = (text: string) =>
	linesOf(text).map((line) =>
		partsOf(line)
			.map(({ text: part, looks }) => (looks.length > 0 ? `${looks.join("+")}(${part})` : part))
			.join(" "),
	);

test("marks are pale and what stands between them looks as it will", () => {
	expect(shown("see **Halling** and `slot`")).toEqual([
		"see  mark(**) bold(Halling) mark(**)  and  mark(`) code(slot) mark(`)",
	]);
	expect(shown("~~no~~ *yes* _so_")).toEqual([
		"mark(~~) strike(no) mark(~~)   mark(*) italic(yes) mark(*)   mark(_) italic(so) mark(_)",
	]);
	expect(shown("**a _b_**")).toEqual(["mark(**) bold(a ) bold+mark(_) bold+italic(b) bold+mark(_) mark(**)"]);
});

test("people, rooms, addresses and links stand out, mail addresses and names with underscores do not", () => {
	expect(shown("@kofi in #tide-gauges")).toEqual(["mention(@kofi)  in  mention(#tide-gauges)"]);
	expect(shown("[plan](https://a.example)")).toEqual(["mark([) link(plan) mark(](https://a.example))"]);
	expect(shown("kofi@a.example and snake_case_name and 2*3*4")).toEqual([
		"kofi@a.example and snake_case_name and 2*3*4",
	]);
});

test("nothing in a block of code is read", () => {
	expect(shown("```ts\n**a**\n```\n**b**")).toEqual([
		"mark(```ts)",
		"code(**a**)",
		"mark(```)",
		"mark(**) bold(b) mark(**)",
	]);
});

test("all of the text is there, in its order, whatever it is", () => {
	const hostile = [
		"**".repeat(900),
		"`*_[".repeat(500),
		"[](",
		"a\\*b",
		"> - # x",
		"👩🏽‍🔧 **é**",
		"*_*_*",
		"@".repeat(100),
	];
	for (const text of hostile) {
		const all = linesOf(text).map((line) =>
			partsOf(line)
				.map((part) => part.text)
				.join(""),
		);
		expect(all.join("\n")).toBe(text);
	}
});

test("a line full of marks that never close is read in a moment", () => {
	expect(processorMs(() => linesOf("**a ".repeat(990)).map(partsOf))).toBeLessThan(2_000);
});
