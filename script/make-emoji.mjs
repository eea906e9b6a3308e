/**
 * `node script/make-emoji.mjs` writes components/emoji/data and lib/shared/emoji-names.json from the package emojibase-data (MIT, Miles
 * Johnson): of its 30 files a page needs a sixth. To be run when that package changes; a test says so.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const folder = join(import.meta.dirname, "../components/emoji/data");
/** The group of skin tones alone, which are no emoji that one sends. */
const COMPONENTS = 2;

/** What is drawn as an emoji anyway needs no sign for it, and keyboards write none: the same emoji is the same string. */
const SUPERFLUOUS = /(\p{Emoji_Presentation})\u{fe0f}/gu;

export const languages = ["en", "de"];

/**
 * Emoji in their order, one a string: sign, label, group, version of Unicode, whether it has skin tones, words that find it.
 * @param {string} language
 * @returns {string[]}
 */
export function emojiIn(language) {
	return sendable(language).map(({ emoji, label, group, version, skins, tags = [] }) => {
		const tones = skins?.filter(({ tone }) => typeof tone === "number").map(({ emoji: toned }) => toned) ?? [];
		return [emoji, label, group, version, tones.join(" "), tags.join("|")].join("\t");
	});
}

/** Names for `:name:`: a sign and all that it is called, in all languages; a name that two have belongs to the first. */
export function emojiNames() {
	const taken = new Set();
	return sendable("en").map(({ emoji, hexcode }) => {
		const names = nameSets.flatMap((set) => set[hexcode] ?? []).filter((name) => !taken.has(name) && taken.add(name));
		return [emoji, ...names].join(" ");
	});
}

/** Names of the groups as people read them, in their order. */
export function emojiGroups(language) {
	const { groups } = load(`${language}/messages.json`);
	return groups
		.filter(({ order }) => order !== COMPONENTS)
		.map(({ order, message }) => `${order}\t${message.charAt(0).toUpperCase()}${message.slice(1)}`);
}

/** The names of other chats first: those are what people have in their fingers. */
const nameSets = [
	"en/shortcodes/github.json",
	"en/shortcodes/iamcal.json",
	"en/shortcodes/emojibase.json",
	"en/shortcodes/cldr.json",
	"de/shortcodes/cldr-native.json",
	"de/shortcodes/cldr.json",
].map(load);

function sendable(language) {
	return load(`${language}/data.json`)
		.filter(({ group }) => group !== undefined && group !== COMPONENTS)
		.sort((a, b) => a.order - b.order)
		.map((each) => ({ ...each, emoji: each.emoji.replace(SUPERFLUOUS, "$1") }));
}

function load(path) {
	return JSON.parse(readFileSync(require.resolve(`emojibase-data/${path}`), "utf8"));
}

function write(name, value) {
	writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(value, null, "\t")}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const language of languages) write(language, { groups: emojiGroups(language), emoji: emojiIn(language) });
	write("../../../lib/shared/emoji-names", emojiNames());
}
