import { expect, test } from "vitest";
import { HEAD_BYTES, isListed, isShown, sniffType } from "./sniff-type.ts";

const text = (words: string) => Buffer.from(words);

test.each<[what: string, head: Buffer, name: string, type: string]>([
	["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), "a.txt", "image/png"],
	["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "a", "image/jpeg"],
	["a GIF", text("GIF89a..."), "a.html", "image/gif"],
	["a WebP", text("RIFF....WEBPVP8 "), "a", "image/webp"],
	["a video", text("\0\0\0\x20ftypisom"), "a.avi", "video/mp4"],
	["what an iPhone records", text("\0\0\0\x14ftypqt  "), "a.mov", "video/quicktime"],
	["an AVIF", text("\0\0\0\x20ftypavif"), "a", "image/avif"],
	["a voice message", text("\0\0\0\x20ftypM4A "), "a", "audio/mp4"],
	["a WebM", text("\x1a\x45\xdf\xa3 webm"), "a", "application/octet-stream"],
	["a real WebM", Buffer.from("\x1a\x45\xdf\xa3....webm", "latin1"), "a", "video/webm"],
	["a PDF", text("%PDF-1.7"), "a", "application/pdf"],
	["a text", text("Nine stations, one sea — Größe"), "a", "text/plain"],
	["a table", text("a;b\n1;2"), "readings.CSV", "text/csv"],
	["an archive", text("PK\x03\x04rest"), "a", "application/zip"],
	[
		"a document",
		text("PK\x03\x04rest"),
		"a.docx",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	],
	["nothing", Buffer.alloc(0), "a.png", "text/plain"],
	["anything else", Buffer.from([0, 1, 2, 3]), "a.png", "application/octet-stream"],
	["a page that is called an image", text("<!DOCTYPE html><script>alert(1)</script>"), "a.png", "text/html"],
	["a page behind spaces", text("\uFEFF \n <ScRipt>alert(1)"), "a.txt", "text/html"],
	["a page that begins with a remark", text("<!-- hello --><body>"), "a.csv", "text/html"],
	[
		"an SVG",
		text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
		"a.png",
		"image/svg+xml",
	],
	["XML", text('<?xml version="1.0"?><feed/>'), "a.xml", "application/xml"],
])("%s is told by what is in it", (_, head, name, type) => {
	expect(sniffType(head, name)).toBe(type);
});

test("a text whose first bytes end within a letter is a text", () => {
	expect(sniffType(text("ä".repeat(HEAD_BYTES)).subarray(0, 1_001), "a")).toBe("text/plain");
});

test("what may hold script is never shown by itself", () => {
	for (const type of ["text/html", "image/svg+xml", "application/xml", "application/octet-stream", "text/csv"]) {
		expect(isShown(type), type).toBe(false);
	}
});

test("a list names types and whole families", () => {
	expect(isListed("image/png", "text/plain, image/*")).toBe(true);
	expect(isListed("image/png", "image/jpeg,image/PNG")).toBe(true);
	expect(isListed("image/png", "image/jpeg")).toBe(false);
	expect(isListed("image/png", "")).toBe(false);
});
