import { expect, test } from "vitest";
import { MAX_FILE_NAME_LENGTH } from "../shared/limits.ts";
import { cleanName } from "./clean-name.ts";

test.each([
	["halling-box-open.jpg", "halling-box-open.jpg"],
	["Größe der Boote 2026.pdf", "Größe der Boote 2026.pdf"],
	["潮汐.png", "潮汐.png"],
	["../../etc/passwd", "passwd"],
	["..\\..\\windows\\system.ini", "system.ini"],
	["/", "file"],
	["..", "file"],
	[".htaccess", "htaccess"],
	["", "file"],
	["photo\u202Egpj.exe", "photogpj.exe"],
	["a\u0000b\r\nc.txt", "abc.txt"],
	['a"<b>|c?.txt', "a__b__c_.txt"],
	["cafe\u0301.txt", "café.txt"],
])("%j is called %j", (given, name) => {
	expect(cleanName(given)).toBe(name);
});

test("a long name keeps its ending", () => {
	const name = cleanName(`${"x".repeat(1_000)}.jpeg`);
	expect(name).toHaveLength(MAX_FILE_NAME_LENGTH);
	expect(name.endsWith("x.jpeg")).toBe(true);
});
