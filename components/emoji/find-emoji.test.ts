import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { languageIds } from "@/lib/shared/languages.ts";
import { emojiGroups, emojiIn, emojiNames, languages } from "@/script/make-emoji.mjs";
import { loadEmoji, loadNames } from "./emoji-data.ts";
import { findEmoji } from "./find-emoji.ts";
import { chooseTone, countEmoji, rankedEmoji } from "./used.ts";

beforeEach(() => {
	const kept = new Map<string, string>();
	vi.stubGlobal("localStorage", {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
	});
});

const found = async (query: string, language: "en" | "de" = "en") =>
	(await findEmoji(query, language, 5)).map(({ emoji }) => emoji);

describe("an emoji is found", () => {
	test("by its name, then by the beginning of one", async () => {
		expect((await found("tada"))[0]).toBe("🎉");
		expect((await found("+1"))[0]).toBe("👍");
		expect(await found("thumbs")).toEqual(expect.arrayContaining(["👍", "👎"]));
	});

	test("by a word in the reader's language, English names included", async () => {
		expect(await found("daumen", "de")).toEqual(expect.arrayContaining(["👍", "👎"]));
		expect((await found("rocket", "de"))[0]).toBe("🚀");
		expect(await found("Rakete", "de")).toContain("🚀");
	});

	test("with the name that was begun", async () => {
		expect(await findEmoji("thumbsu", "en", 1)).toEqual([{ emoji: "👍", name: "thumbsup" }]);
	});

	test("the ones that are used come first among equals", async () => {
		const before = await found("heart_");
		const last = before.at(-1) ?? "";
		countEmoji(last);
		expect((await found("heart_"))[0]).toBe(last);
	});

	test("in the tone that was chosen, where it has tones", async () => {
		chooseTone("dark");
		expect((await found("+1"))[0]).toBe("👍🏿");
		expect((await found("tada"))[0]).toBe("🎉");
	});

	test("no more than asked for, and none that is not there", async () => {
		expect(await findEmoji("s", "en", 3)).toHaveLength(3);
		expect(await found("qqqq")).toEqual([]);
	});
});

test("what is used often stays before what was used once, until it is used no more", () => {
	expect(rankedEmoji().slice(0, 3)).toEqual(["👍", "✅", "👀"]);
	for (const emoji of ["🐙", "🐙", "🦑"]) countEmoji(emoji);
	expect(rankedEmoji().slice(0, 3)).toEqual(["🐙", "🦑", "👍"]);
	for (let times = 0; times < 3; times++) countEmoji("🦑");
	expect(rankedEmoji().slice(0, 2)).toEqual(["🦑", "🐙"]);
});

test("what a device keeps may be anything", () => {
	localStorage.setItem("parley.emoji.used", '{"a":1}');
	expect(rankedEmoji().slice(0, 1)).toEqual(["👍"]);
	localStorage.setItem("parley.emoji.used", "no JSON");
	expect(rankedEmoji().slice(0, 1)).toEqual(["👍"]);
});

test("the names that people have in their fingers belong to the emoji that they mean", async () => {
	const names = new Map((await loadNames()).flatMap(({ emoji, names }) => names.map((name) => [name, emoji])));
	const wanted = { smile: "😄", joy: "😂", heart: "❤️", fire: "🔥", eyes: "👀", pray: "🙏", "100": "💯", rose: "🌹" };
	expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, names.get(name)]))).toEqual(wanted);
	expect(names.get("daumen_hoch")).toBe("👍");
	expect(names.get("lächelndes_gesicht_mit_lachenden_augen")).toBe("😊");
});

test("every emoji has its label and its group in every language, and no skin tone is one", async () => {
	for (const language of languageIds) {
		const { emoji, groups } = await loadEmoji(language);
		expect(emoji.length).toBeGreaterThan(1_800);
		expect(emoji.filter(({ label, group }) => label === "" || !groups.some(({ id }) => id === group))).toEqual([]);
		expect(emoji.some(({ emoji: sign }) => sign === "🏽")).toBe(false);
	}
});

test("there is data for every language of the page", () => {
	expect(languages.toSorted()).toEqual(languageIds.toSorted());
});

test("the data is what the package has: after a new version run `node script/make-emoji.mjs`", () => {
	const held = (name: string, folder = "data"): unknown =>
		JSON.parse(readFileSync(join(import.meta.dirname, folder, `${name}.json`), "utf8"));
	for (const language of languages) {
		expect(held(language)).toEqual({ groups: emojiGroups(language), emoji: emojiIn(language) });
	}
	expect(held("emoji-names", "../../lib/shared")).toEqual(emojiNames());
});
