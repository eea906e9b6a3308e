import { expect, test } from "vitest";
import { charsetOf, readPage } from "./read-page.ts";

test("a page is described by what it says for that, and else by its title", () => {
	expect(
		readPage(`<!doctype html><html><head><meta charset=utf-8>
			<title>Halling &ndash; tides</title>
			<meta property="og:title" content="North side: masts &amp; access">
			<META content='Who holds the key, &#x2019;and how long.' name='description' />
			<meta property=og:site_name content=Brackwater>
			<meta property="og:image" content="/masts.png">`),
	).toEqual({
		title: "North side: masts & access",
		description: "Who holds the key, ’and how long.",
		site: "Brackwater",
		image: "/masts.png",
	});
	expect(readPage("<TITLE lang=de>\n Gezeiten &uuml;ber\n Halling </TITLE>")).toEqual({
		title: "Gezeiten über Halling",
	});
	expect(readPage("no page at all")).toEqual({});
});

test("what stands in comments, scripts, styles and the body says nothing", () => {
	expect(
		readPage(`<!-- <title>a</title> --><script>"<title>b</title>"</script><style><title>c</title></style>
			<title>d</title></head><body><meta property="og:title" content="e"><title>f</title>`),
	).toEqual({ title: "d" });
});

test("nothing stays of what cannot be seen or turns the direction, and long texts end", () => {
	expect(readPage("<title>a\u202Egpj.exe\u0000&#x202e;&#8238; b\u200Bc</title>")).toEqual({ title: "agpj.exe bc" });
	const { title = "" } = readPage(`<title>${"ab ".repeat(500)}</title>`);
	expect([...title].length).toBeLessThanOrEqual(200);
	expect(title.endsWith("…")).toBe(true);
	expect(readPage("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>")).toEqual({
		title: "<script>alert(1)</script>",
	});
	expect(readPage("<title>&#xffffff;&#1114112;&nosuch;&#0;x</title>")).toEqual({ title: "&nosuch;x" });
});

test("pages that are made to take for ever do not", () => {
	const many = 1_000_000;
	const bombs = [
		"<".repeat(many),
		"<div>".repeat(many / 5),
		"<meta ".repeat(many / 6),
		`<meta ${"a ".repeat(many / 2)}`,
		`<meta a${" ".repeat(many)}`,
		`<meta ${'a="'.repeat(many / 3)}`,
		"<meta a='".repeat(many / 9),
		"<!--".repeat(many / 4),
		"<title>".repeat(many / 7),
		"<script>".repeat(many / 8),
		`<title>${"&#".repeat(many / 2)}</title>`,
		`<meta name=description content="${"&amp;".repeat(many / 5)}">`,
	];
	const began = performance.now();
	for (const bomb of bombs) readPage(bomb);
	expect(performance.now() - began).toBeLessThan(2_000);
});

test("the encoding is looked for where it may stand", () => {
	expect(charsetOf(Buffer.from('<meta charset="windows-1252">'))).toBe("windows-1252");
	expect(charsetOf(Buffer.from('<meta http-equiv=x content="text/html; charset=Shift_JIS">'))).toBe("Shift_JIS");
	expect(charsetOf(Buffer.from("<p>charset=utf-7"))).toBeUndefined();
});
