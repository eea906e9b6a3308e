import { expect, test } from "vitest";
import { partsOf } from "./linked";

const links = (text: string) => partsOf(text).flatMap(({ href }) => href ?? []);

test("web addresses become links, and every character of the text stays", () => {
	const text = "See https://wiki.example/masts, then (http://tides.example/a?b=1#c). Done";
	expect(links(text)).toEqual(["https://wiki.example/masts", "http://tides.example/a?b=1#c"]);
	expect(
		partsOf(text)
			.map(({ words }) => words)
			.join(""),
	).toBe(text);
});

test("a bracket that the address opened belongs to it", () => {
	expect(links("https://en.example/wiki/Tide_(disambiguation).")).toEqual([
		"https://en.example/wiki/Tide_(disambiguation)",
	]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "ftp://files.example", "https://", "<b>https</b>"])(
	"%s is plain text",
	(text) => expect(links(text)).toEqual([]),
);
