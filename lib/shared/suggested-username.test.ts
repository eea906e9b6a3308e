import { expect, test } from "vitest";
import { suggestedUsername } from "./suggested-username.ts";

test.each([
	["Mara Olsen", "mara.olsen"],
	["  Jonas   Weiß ", "jonas.weiss"],
	["Åsa Ødegård", "asa.odegard"],
	["Zoë d'Arc-Łuk", "zoe.darc-luk"],
	["李小龍", ""],
	["", ""],
	["x".repeat(500), "x".repeat(64)],
])("%.20s becomes %.20s", (name, username) => {
	expect(suggestedUsername(name)).toBe(username);
});
