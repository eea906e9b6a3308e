import { describe, expect, test } from "vitest";
import { parse } from "./parse.ts";
import type { Block, Inline } from "./tree.ts";

const blocks = (text: string) => parse(text).blocks;

/** The tree in short: `strong(a) b`. */
const short = (text: string) => blocks(text).map(shortOf).join(" | ");

function shortOf(block: Block): string {
	return "children" in block ? inlinesOf(block.children) : block.type;
}

function inlinesOf(inlines: Inline[]): string {
	return inlines.map(inlineOf).join("");
}

function inlineOf(inline: Inline): string {
	if (inline.type === "text") return inline.text;
	if (inline.type === "link") return `link[${inline.href}](${inlinesOf(inline.children)})`;
	if ("children" in inline) return `${inline.type}(${inlinesOf(inline.children)})`;
	if (inline.type === "emoji") return `emoji(${inline.name})`;
	return `${inline.type}(${inline.text})`;
}

describe("what people write in a chat", () => {
	test.each([
		["Morning. It is 3.61 V!", "Morning. It is 3.61 V!"],
		["one\ntwo", "one\ntwo"],
		["**bold** *it* ~~gone~~ `code`", "strong(bold) em(it) del(gone) code(code)"],
		["***both*** and _it_", "em(strong(both)) and em(it)"],
		["snake_case_name 2*3*4 stays", "snake_case_name 2em(3)4 stays"],
		["\\*no\\* &amp; <b>x</b>", "*no* &amp; <b>x</b>"],
		["`@bob` @bob", "code(@bob) mention(@bob)"],
		["#general, :tada: 10:04:05", "mention(#general), emoji(tada) 10:04:05"],
	])("%s", (text, tree) => {
		expect(short(text)).toBe(tree);
	});
});
