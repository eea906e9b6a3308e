import { describe, expect, test } from "vitest";
import { processorMs } from "../../test/processor-time.ts";
import { MAX_MENTIONED } from "./limits.ts";
import { mentionedNames, mentionsIn } from "./mention-names.ts";

const people = (text: string) => mentionedNames(text).people;
const rooms = (text: string) => mentionedNames(text).rooms;

describe("people and rooms are mentioned by their names", () => {
	test("at the beginning, in brackets, in emphasis, between signs", () => {
		expect(people('@alice and (@bob), **@carol** or _@dave_: "@erin"! cc:@frank')).toEqual([
			"alice",
			"bob",
			"carol",
			"dave",
			"erin",
			"frank",
		]);
		expect(rooms("see #tide-gauges, (#general)")).toEqual(["tide-gauges", "general"]);
	});

	test("each once, in the form in which names are compared", () => {
		expect(people("@Élan @élan @ÉLAN")).toEqual(["élan"]);
		expect(rooms("#Ｇeneral #general")).toEqual(["general"]);
	});

	test("with - _ . inside, and without the sign that ends the sentence", () => {
		expect(people("Ask @jo.van-der_berg.")).toEqual(["jo.van-der_berg"]);
		expect(people("@bob... @carol- @dave_")).toEqual(["bob", "carol", "dave"]);
	});

	test("in any script", () => {
		expect(people("شكرا @ليلى، و@نور")).toEqual(["ليلى"]);
		expect(people("@石田 @дмитрий")).toEqual(["石田", "дмитрий"]);
	});

	test("all and here are not people", () => {
		expect(mentionedNames("@all: look, @Here")).toEqual({ people: [], rooms: [], all: true, here: true });
		expect(mentionedNames("@allan @hereward")).toMatchObject({
			people: ["allan", "hereward"],
			all: false,
			here: false,
		});
	});
});

describe("no mention is", () => {
	test.each([
		["a mail address", "write to user@example.com or first.last_@example.com"],
		["a name on another server", "@alice@other.example"],
		["a part of an address", "https://example.com/@alice/x?to=@bob#carol www.example.com/@dave"],
		["a path", "node_modules/@types/node"],
		["escaped", "\\@alice \\#general"],
		["a sign alone", "@ # @- #. @@alice ##general C# F#"],
		["an entity or a heading", "&#39; # heading\n## heading"],
		["longer than a name may be", `@${"a".repeat(65)} #${"a".repeat(81)}`],
	])("%s", (_, text) => {
		expect(mentionedNames(text)).toEqual({ people: [], rooms: [], all: false, here: false });
	});

	test.each([
		["inline code", "`@alice` and ``a ` @bob``, ` #general `"],
		["inline code over two lines", "`@alice\n@bob`"],
		["fenced code", "```\n@alice\n```\n~~~ts x.ts\n@bob `#general`\n~~~"],
		["a fence that is not closed", "```\n@alice\n\n@bob"],
		["a fence in a quote", "> ```\n> @alice\n> ```"],
		["a fence in a list", "- ```\n  @alice\n  ```"],
	])("what stands in %s", (_, code) => {
		expect(mentionedNames(code)).toEqual({ people: [], rooms: [], all: false, here: false });
		expect(people(`@before ${code.includes("\n") ? "\n" : ""}${code}`)).toEqual(["before"]);
	});
});

test("what only looks like code does not hide a mention", () => {
	expect(people("it's 5` high, @alice")).toEqual(["alice"]);
	expect(people("one ` here\n\n@alice and ` there")).toEqual(["alice"]);
	expect(people("- one `\n- @alice `")).toEqual(["alice"]);
	expect(people("\\`@alice\\`")).toEqual(["alice"]);
	expect(people("```\ncode\n```\n@alice")).toEqual(["alice"]);
	expect(people("> ```\n> code\n\n@alice")).toEqual(["alice"]);
	expect(people("```a``` @alice")).toEqual(["alice"]);
});

test("places are those in the text", () => {
	const text = "Hi @Bob., see #x";
	expect(mentionsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["@Bob", "#x"]);
});

test("no more than so many people are mentioned", () => {
	const text = Array.from({ length: MAX_MENTIONED + 10 }, (_, number) => `@user${number}`).join(" ");
	expect(people(text)).toHaveLength(MAX_MENTIONED);
});

/** Far more than it takes, and far less than what grows with the square of the length would take. */
const READ_WITHIN_MS = 2_000;

test.each([
	["signs", "@#".repeat(50_000)],
	["underscores", `${"_".repeat(100_000)}@`],
	["dots and signs", "a.@".repeat(35_000)],
	["backticks of every length", Array.from({ length: 440 }, (_, length) => "`".repeat(length)).join(" @a ")],
	["single backticks", "` ".repeat(50_000)],
	["fences", "```\n@a\n".repeat(15_000)],
	["open fences in quotes", "> ```\n\n".repeat(15_000)],
	["one long name", `@${"a.".repeat(50_000)}`],
	["a name of dots", `@a${".".repeat(100_000)}a`],
	["quote signs", ">".repeat(100_000)],
])("100,000 characters of %s are read quickly", (_, text) => {
	expect(processorMs(() => mentionedNames(`${text}@x`))).toBeLessThan(READ_WITHIN_MS);
});
