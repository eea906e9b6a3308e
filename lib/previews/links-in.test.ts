import { expect, test } from "vitest";
import { linksIn } from "./links-in.ts";

test("links are found as the page draws them", () => {
	const texts: [string, ...string[]][] = [
		["see https://a.example/x.", "https://a.example/x"],
		["HTTPS://A.example", "https://a.example/"],
		["[words](https://a.example/b_(c)) and <https://b.example>", "https://a.example/b_(c)", "https://b.example/"],
		["(https://a.example/b), **https://b.example/c**", "https://a.example/b", "https://b.example/c"],
		["the same https://a.example https://a.example/ twice", "https://a.example/"],
		["`https://a.example`\n```\nhttps://b.example\n```"],
		["nothing: a.example, ftp://a.example, mailto:a@b.example"],
	];
	for (const [text, ...links] of texts) expect([text, linksIn(text)]).toEqual([text, links]);
});

test("of many links the first three count, and none costs time", () => {
	const many = Array.from({ length: 5_000 }, (_, i) => `https://a.example/${i}`).join(" ");
	expect(linksIn(many)).toEqual(["https://a.example/0", "https://a.example/1", "https://a.example/2"]);
	const began = performance.now();
	for (const text of [
		"https://".repeat(20_000),
		`https://a.b/${")".repeat(100_000)}`,
		`https://${"(".repeat(100_000)}`,
	])
		linksIn(text);
	expect(performance.now() - began).toBeLessThan(500);
});
