import { expect, test } from "vitest";
import { firstFound } from "./first-found.ts";

const skins = { light: "👍🏻", "medium-light": "👍🏼", medium: "👍🏽", "medium-dark": "👍🏾", dark: "👍🏿" };
const emoji = (sign: string, category: number, label: string, tags: string[] = []) => ({
	emoji: sign,
	category,
	label,
	tags,
	version: 1,
});
const data = {
	locale: "en" as const,
	categories: [
		{ index: 0, label: "Smileys" },
		{ index: 3, label: "Nature" },
	],
	skinTones: skins,
	emojis: [
		emoji("🌋", 3, "volcano"),
		emoji("🐙", 3, "octopus", ["sea"]),
		emoji("😀", 0, "grin", ["happy", "sea"]),
		emoji("😃", 0, "sea grin"),
		{ ...emoji("👍", 0, "thumbs up"), skins },
	],
};

test("the first group that has one comes first, and in it what is called so before what is tagged so", () => {
	expect(firstFound(data, "sea", "none")).toBe("😃");
	expect(firstFound(data, "happy", "none")).toBe("😀");
	expect(firstFound(data, " Octo", "none")).toBe("🐙");
	expect(firstFound(data, "nothing is called so", "none")).toBeUndefined();
});

test("of equals the first stays first", () => {
	expect(firstFound(data, "grin", "none")).toBe("😀");
});

test("it has the tone of skin that was chosen, where it has skin", () => {
	expect(firstFound(data, "thumbs", "dark")).toBe("👍🏿");
	expect(firstFound(data, "octopus", "dark")).toBe("🐙");
});
