import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { errorCodes } from "@/lib/shared/error-codes";
import { languageIds } from "@/lib/shared/languages";
import de from "./de/all.ts";
import en from "./en/all.ts";

const languages: Record<string, Tree> = { en, de };
/** Chosen by what the server answers: the keys are compared with its own lists. */
const BY_CODE = ["errors", "fields", "settings"];

type Tree = { [key: string]: string | Tree };

test("every language that can be chosen has its words", () => {
	expect(Object.keys(languages).sort()).toEqual([...languageIds].sort());
});

describe.each(Object.keys(languages).filter((id) => id !== "en"))("%s", (id) => {
	const words = new Map(flat(languages[id] ?? {}));

	test("has the keys of English, no more and no fewer", () => {
		expect([...words.keys()].sort()).toEqual(flat(en).map(([key]) => key));
	});

	test("takes the same values into its sentences", () => {
		const wrong = flat(en).filter(([key, text]) => {
			const theirs = words.get(key);
			return theirs !== undefined && String(valuesIn(text, "en")) !== String(valuesIn(theirs, id));
		});
		expect(wrong).toEqual([]);
	});
});

test("no text is empty", () => {
	const empty = Object.values(languages).flatMap((words) => flat(words).filter(([, text]) => text.trim() === ""));
	expect(empty).toEqual([]);
});

test("every error that the server knows has its sentence", () => {
	expect(Object.keys(en.errors).sort()).toEqual(
		[...errorCodes, "rate-limited-until", "unexpected", "unreachable"].sort(),
	);
});

/** Text between tags is found by the linter (noJsxLiterals). */
test("no words stand in attributes", () => {
	const words = /\b(?:aria-label|aria-description|label|title|placeholder|alt|text|hint|help)="[^"]*[a-z]{2}[^"]*"/g;
	const found = sources(/\.tsx$/).flatMap((text) => text.match(words) ?? []);
	expect(found).toEqual([]);
});

test("every key is used where its area is used", () => {
	const files = sources();
	const unused = flat(en)
		.map(([key]) => key)
		.filter((key) => !BY_CODE.some((area) => key.startsWith(`${area}.`)))
		.filter((key) => {
			const [area, ...rest] = key.split(".");
			return !files.some((text) => text.includes(`"${area}"`) && isNamed(rest.join("."), text));
		});
	expect(unused).toEqual([]);
});

/** `t("remove")`, or the beginning of a key that is put together: `` t(`notice.${type}`) ``. */
function isNamed(key: string, text: string): boolean {
	if (text.includes(`"${key}"`)) return true;
	const parts = key.split(".");
	return parts.some((_, index) => index > 0 && text.includes(`\`${parts.slice(0, index).join(".")}.\${`));
}

function flat(tree: Tree, prefix = ""): [key: string, text: string][] {
	return Object.entries(tree)
		.flatMap(([key, value]): [string, string][] =>
			typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
		)
		.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Names of values and tags in a sentence; a text that cannot be parsed throws. */
function valuesIn(text: string, language: string): string[] {
	const names = new Set<string>();
	const look = (value: unknown): void => {
		if (Array.isArray(value)) return value.forEach(look);
		if (typeof value !== "object" || value === null) return;
		const { type, value: name } = value as { type?: unknown; value?: unknown };
		// 0 is plain text, 7 the number sign of a plural; all others have a name.
		if (typeof type === "number" && type !== 0 && type !== 7 && typeof name === "string") names.add(name);
		Object.values(value).forEach(look);
	};
	look(new IntlMessageFormat(text, language).getAst());
	return [...names].sort();
}

function sources(kind = /\.tsx?$/): string[] {
	const root = join(import.meta.dirname, "..");
	return ["app", "components", "lib"]
		.flatMap((folder) =>
			readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
		)
		.filter((path) => kind.test(path) && !/\.test\.tsx?$/.test(path))
		.map((path) => readFileSync(join(root, path), "utf8"));
}
