import { describe, expect, test } from "vitest";
import { processorMs } from "../../test/processor-time.ts";
import { mathAt } from "./math-source.ts";
import { parse } from "./parse.ts";
import { safeHref } from "./safe-href.ts";
import { short } from "./short.ts";
import type { Block, Inline } from "./tree.ts";

/** As long as an administrator may let a message be. */
const LENGTH = 100_000;
const WITHIN_MS = 1_500;

const filled = (piece: string, length = LENGTH) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const rising = (line: (number: number) => string, length = LENGTH) => {
	let text = "";
	for (let number = 1; text.length < length; number++) text += line(number);
	return text.slice(0, length);
};

describe("100,000 hostile characters are parsed in time, and none is lost", () => {
	test.each([
		[">", filled(">")],
		["> and spaces", filled("> ")],
		["[", filled("[")],
		["![", filled("![")],
		["[ and then ]", filled("[", LENGTH / 2) + filled("]", LENGTH / 2)],
		["[](", filled("[](")],
		["[a](", filled("[a](")],
		["( in an address", `[a](${filled("(")}`],
		["*a ", filled("*a ")],
		["a* ", filled("a* ")],
		["**a *b ", filled("**a *b ")],
		["_a and *a", filled("_a *a ")],
		["a_", filled("a_")],
		["~~a ", filled("~~a ")],
		["~", filled("~")],
		["`", filled("`")],
		["`a``b", filled("`a``b")],
		["` in runs that grow", rising((number) => `${"`".repeat(number)} `)],
		["fences", filled("```\n")],
		["fences that grow", rising((number) => `${"`".repeat(number + 2)}\n`)],
		["lists", filled("- a\n")],
		["lists in a line", filled("- ")],
		["lists that go deeper", rising((number) => `${" ".repeat(number * 2)}- a\n`)],
		["numbers", filled("1. ")],
		["quotes and lists", filled("> - ")],
		["quotes that go deeper", rising((number) => `${">".repeat(number)} a\n`)],
		["a table of many columns", `${filled("|a", 30_000)}\n${filled("|-", 30_000)}\n${filled("|b", 30_000)}`],
		["a table of many rows", `a|b\n-|-\n${filled("c|d\n")}`],
		["|", filled("|")],
		[":-", filled(":-")],
		["<", filled("<")],
		["<a", filled("<a ")],
		["<!--", filled("<!--")],
		["http://", filled("http://")],
		["www.", filled("www.")],
		[") behind an address", `http://a.b/${filled(")")}x`],
		["a name before @", `${filled("a")}@`],
		["a@b.", filled("a@b.")],
		["@", filled("@#")],
		[":a", filled(":a")],
		["$", filled("$")],
		["$a ", filled("$a ")],
		["$$\n", filled("$$\n")],
		["\\", filled("\\")],
		["&#39;", filled("&#39;")],
		["spaces", `${filled(" ")}x`],
		["tabs", `${filled("\t")}x`],
		["empty lines", `${filled("\n")}x`],
		["lines of a space", `${filled(" \n")}x`],
		["#", filled("#")],
		["* and then a word", `${filled("*")}x`],
		['[a](b "', filled('[a](b "')],
		["zero-width signs", filled("a\u200b\u200d")],
		["marks upon marks", `a${filled("\u0301")}`],
		["direction signs", filled("\u202ea\u2066")],
		["one word", filled("word")],
		["words", filled("two words ")],
	])("%s", (_, text) => {
		let blocks: Block[] = [];
		const took = processorMs(() => {
			blocks = parse(text).blocks;
		});
		expect(took).toBeLessThan(WITHIN_MS);
		expect(depthOf(blocks)).toBeLessThanOrEqual(42);
		expect(blocks.length).toBeGreaterThan(0);
	});
});

test("what is nested deeper than anybody means is text, and is there", () => {
	expect(short(`${">".repeat(60)} deep`)).toContain("deep");
	expect(short(`${"*a **b ".repeat(40)}end${"** *".repeat(40)}`)).toContain("end");
	const lists = Array.from({ length: 60 }, (_, depth) => `${"  ".repeat(depth)}- a${depth}`).join("\n");
	expect(short(lists)).toContain("a59");
});

describe("no link leads where none may", () => {
	test.each([
		"javascript:alert(1)",
		"JaVaScRiPt:alert(1)",
		" javascript:alert(1)",
		"java\nscript:alert(1)",
		"java\tscript:alert(1)",
		"\u0001javascript:alert(1)",
		"javascript&#58;alert(1)",
		"javascript&colon;alert(1)",
		"&#x6A;avascript:alert(1)",
		"javascript%3Aalert(1)",
		"data:text/html,<script>alert(1)</script>",
		"vbscript:msgbox(1)",
		"file:///etc/passwd",
		"blob:https://x.de/1",
		"//x.de/rooms/a",
		"/\\x.de",
		"/api/logout",
		"ftp://x.de",
		"tel:1",
		"https://",
		"",
	])("%j", (href) => {
		for (const text of [`[x](${href})`, `[x](<${href}>)`, `![x](${href})`, `<${href}>`, `[y]: ${href}\n[y]`, href]) {
			for (const found of hrefsIn(parse(text).blocks)) expect(found).toMatch(/^(https?:\/\/[^/]|mailto:)/);
		}
		expect(safeHref(href)).toBeUndefined();
		expect(short(`[x](${href})`)).not.toContain("link");
	});

	test("what is refused is still read", () => {
		expect(short("[x](javascript:alert(1)) ![](data:a)")).toBe("[x](javascript:alert(1)) ![](data:a)");
	});

	test("the address is the one that the browser goes to", () => {
		expect(safeHref("HTTPS://x.de\\@y.de/")).toBe("https://x.de/@y.de/");
		expect(safeHref("https://аpple.com/")).toBe("https://xn--pple-43d.com/");
	});
});

test("letters are not turned around", () => {
	expect(short("a\u202egpj.exe [b\u202ec](https://x.de)")).toBe("agpj.exe link[https://x.de/](bc)");
});

test("a formula has its limit", () => {
	expect(mathAt(`$${"x+".repeat(10_000)}$`)).toBeUndefined();
});

function hrefsIn(parts: (Block | Inline)[]): string[] {
	return parts.flatMap((part) => [...(part.type === "link" ? [part.href] : []), ...hrefsIn(childrenOf(part))]);
}

function depthOf(parts: (Block | Inline)[]): number {
	return parts.reduce((deepest, part) => Math.max(deepest, 1 + depthOf(childrenOf(part))), 0);
}

function childrenOf(part: Block | Inline): (Block | Inline)[] {
	if ("children" in part) return part.children;
	if ("blocks" in part) return part.blocks;
	if ("items" in part) return part.items.flatMap(({ blocks }) => blocks);
	return "rows" in part ? [...part.head.flat(), ...part.rows.flat(2)] : [];
}
