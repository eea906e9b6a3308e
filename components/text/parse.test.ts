import { describe, expect, test } from "vitest";
import { parse, parseLine } from "./parse.ts";
import { short, shortLine } from "./short.ts";

describe("what people write", () => {
	test.each([
		["Morning. It is 3.61 V!", "Morning. It is 3.61 V!"],
		["one\ntwo\n    three", "one\ntwo\n    three"],
		["one\n\n\ntwo", "one | two"],
		["**bold** *it* ~~gone~~ `code`", "strong(bold) em(it) del(gone) code(code)"],
		["***both*** and _it_", "em(strong(both)) and em(it)"],
		["snake_case_name stays", "snake_case_name stays"],
		["\\*no\\*", "*no*"],
		["`` a ` b ``", "code(a ` b)"],
		["# Head\ntext", "h1(Head) | text"],
		["#hash and ####### seven", "mention(#hash) and ####### seven"],
		["> one\n> two\n\nthree", "quote(one\ntwo) | three"],
		["- a\n- b\n  - c", "ul(a; b | ul(c))"],
		["3. a\n4. b", "ol3(a; b)"],
		["- [x] a\n- [ ] b", "ul([x] a; [ ] b)"],
		["a\n\n---\n\nb", "a | rule | b"],
		["| a | b |\n|:-:|--:|\n| 1 | **2** |", "table[center,right](a, b; 1, strong(2))"],
		["```\na\n  b\n```", "code[]{a\n  b}"],
		["```ts wake.ts\nx\n```", "code[ts wake.ts]{x}"],
		["```wake.ts\nx\n```", "code[ts wake.ts]{x}"],
		["~~~js\nx\n~~~", "code[js]{x}"],
		["```\nnever closed", "code[]{never closed}"],
		["see https://x.de/a_b(c).", "see link[https://x.de/a_b(c)](https://x.de/a_b(c))."],
		['[words](https://x.de "title")', "link[https://x.de/](words)"],
		["<https://x.de>", "link[https://x.de/](https://x.de)"],
		["me@x.de", "link[mailto:me@x.de](me@x.de)"],
		["[room](/rooms/abc?m=1)", "link[/rooms/abc?m=1](room)"],
		["![a cat](https://x.de/cat.png)", "link[https://x.de/cat.png](a cat)"],
		["![](https://x.de/cat.png)", "link[https://x.de/cat.png](https://x.de/cat.png)"],
	])("%s", (text, tree) => {
		expect(short(text)).toBe(tree);
	});
});

describe("a chat is no document: what surprises in Markdown stays text", () => {
	test.each([
		["a line under a text makes no heading of it", "text\n---", "text | rule"],
		["nor does one of equals signs", "text\n===", "text\n==="],
		["indented text is no code", "    four spaces", "    four spaces"],
		["HTML is shown", "<b>x</b> <img src=x onerror=alert(1)>", "<b>x</b> <img src=x onerror=alert(1)>"],
		["HTML of many lines is shown", "<div>\n<p>x</p>\n\n</div>", "<div>\n<p>x</p> | </div>"],
		["a comment is shown", "a <!-- b --> c", "a <!-- b --> c"],
		["a definition of a link does not vanish", "[x]: /y\ntext [x]", "[x]: /y\ntext [x]"],
		["entities are what was written", "&amp; &lt; &#39; &copy;", "&amp; &lt; &#39; &copy;"],
		["nothing but marks", "** __ `` ~~ [] ()", "** __ `` ~~ [] ()"],
		["a plus is no list without its space", "+1", "+1"],
	])("%s", (_, text, tree) => {
		expect(short(text)).toBe(tree);
	});
});

describe("mentions and emoji", () => {
	test.each([
		["@bob, #general", "mention(@bob), mention(#general)"],
		["**@bob** _@jo_van_", "strong(mention(@bob)) em(mention(@jo_van))"],
		["`@bob` @bob", "code(@bob) mention(@bob)"],
		["\\@bob", "@bob"],
		["[ask @bob](https://x.de)", "link[https://x.de/](ask @bob)"],
		["@all @here", "mention(@all) mention(@here)"],
		[":tada::+1: :-1:", "emoji(tada)emoji(+1) emoji(-1)"],
		["10:04:05 and x:tada:y", "10:04:05 and x:tada:y"],
		["`:tada:`", "code(:tada:)"],
	])("%s", (text, tree) => {
		expect(short(text)).toBe(tree);
	});

	test.each([
		["🎉", true],
		["👩‍👩‍👧 🇩🇪 1️⃣", true],
		[":tada: 🎉", true],
		["🎉🎉🎉🎉", false],
		["🎉 yes", false],
		["42", false],
		["# 🎉", false],
		["", false],
	])("%s is drawn large: %s", (text, large) => {
		expect(parse(text).large).toBe(large);
	});
});

describe("math is what is clearly math", () => {
	test.each([
		["$a_1 * b_2$", "math(a_1 * b_2)"],
		["so $x$ is", "so math(x) is"],
		["$\\frac{a}{b}$.", "math(\\frac{a}{b})."],
		["$$x^2$$", "$$(x^2)"],
		["$$\nx^2\n$$\nthen", "$$(x^2) | then"],
		["it is $5 and $10", "it is $5 and $10"],
		["between $5 and 10$ or $5-$10", "between $5 and 10$ or $5-$10"],
		["US$5 and US$6", "US$5 and US$6"],
		["$HOME/$USER and $PATH", "$HOME/$USER and $PATH"],
		["$ a$ and $a $", "$ a$ and $a $"],
		["`$x$`", "code($x$)"],
		["$*a*$ *b*", "math(*a*) em(b)"],
	])("%s", (text, tree) => {
		expect(short(text)).toBe(tree);
	});
});

test("of one line no blocks are made", () => {
	expect(shortLine("# no *head*\n- no list `x` https://x.de")).toBe(
		"# no em(head)\n- no list code(x) link[https://x.de/](https://x.de)",
	);
});

test("a text that is drawn again is not parsed again", () => {
	expect(parse("**once**")).toBe(parse("**once**"));
	expect(parseLine("*once*")).toBe(parseLine("*once*"));
});
