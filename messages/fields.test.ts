/** Whatever a schema of the server refuses, and whatever the server refuses besides, has a sentence that tells what to do. */
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { fieldKeys } from "@/components/words/field-keys";
import type { FieldError } from "@/lib/shared/errors";
import { fieldErrorsOf } from "@/lib/shared/field-errors";
import { manyChangesInputSchema, messageChangeSchema, messageInputSchema } from "@/lib/shared/schemas/message";
import { preferencesChangeSchema } from "@/lib/shared/schemas/preferences";
import {
	memberChangeSchema,
	membersInputSchema,
	readInputSchema,
	roomChangeSchema,
	roomInputSchema,
} from "@/lib/shared/schemas/room";
import { settingsChangeSchema } from "@/lib/shared/schemas/server";
import {
	loginInputSchema,
	meChangeSchema,
	passwordChangeSchema,
	registrationInputSchema,
	setupInputSchema,
	statusInputSchema,
} from "@/lib/shared/schemas/user";
import de from "./de/fields.json";
import en from "./en/fields.json";

const schemas: Record<string, z.ZodType> = {
	loginInputSchema,
	manyChangesInputSchema,
	meChangeSchema,
	memberChangeSchema,
	membersInputSchema,
	messageChangeSchema,
	messageInputSchema,
	passwordChangeSchema,
	preferencesChangeSchema,
	readInputSchema,
	registrationInputSchema,
	roomChangeSchema,
	roomInputSchema,
	settingsChangeSchema,
	setupInputSchema,
	statusInputSchema,
};

const nonsense: unknown[] = [
	undefined,
	null,
	17,
	-1,
	1e9,
	1.5,
	true,
	"",
	" ",
	"two words",
	"\u0007",
	"x".repeat(300_000),
	`https://${"x".repeat(600)}.example`,
	[],
	["x".repeat(300)],
	Array(60).fill("someone"),
	{ nobody: "knows" },
];

const common: Record<string, string[]> = {
	en: [
		"Enter a mail address, like name@example.org.",
		"Letters, digits, - _ and . only, beginning with a letter or a digit.",
		"Fill this in.",
		"At most 120 characters.",
	],
	de: [
		"Gib eine Mailadresse ein, zum Beispiel name@example.org.",
		"Nur Buchstaben, Ziffern, - _ und ., am Anfang ein Buchstabe oder eine Ziffer.",
		"Bitte ausfüllen.",
		"Höchstens 120 Zeichen.",
	],
};

describe.each([
	["en", en],
	["de", de],
] as const)("in %s", (locale, messages) => {
	const t = createTranslator({
		locale,
		messages: { fields: messages as object },
		namespace: "fields",
		onError(error) {
			throw error;
		},
	}) as unknown as { (key: string, values?: Record<string, number>): string; has(key: string): boolean };
	const sentence = (field: FieldError) => {
		const key = fieldKeys(field).find((id) => t.has(id));
		return key && t(key, field.values);
	};

	test.each(Object.entries(schemas))("what %s refuses", (_, schema) => {
		const refused = problems(schema);
		expect(refused.length).toBeGreaterThan(1);
		expect(refused.filter((field) => !sentence(field))).toEqual([]);
	});

	test("what is refused by other rules", () => {
		const others: Omit<FieldError, "path" | "message">[] = [
			...["too-short", "own-name", "common"].map((reason) => ({
				code: "weak-password",
				reason,
				values: { minimum: 10 },
			})),
			...[undefined, "integer", "choice", "address", "empty", "long"].map((reason) => ({
				code: "invalid-value",
				...(reason && { reason }),
				values: { minimum: 1, maximum: 9 },
			})),
			...["wrong-password", "empty", "user-not-found", "setting-not-found", "setting-locked"].map((code) => ({ code })),
			{ code: "too-long", values: { maximum: 5_000, length: 5_001 } },
			{ code: "too-many", values: { maximum: 8 } },
		];
		expect(others.filter((field) => !sentence({ path: "x", message: "", ...field }))).toEqual([]);
	});

	test("the most common of them", () => {
		const said = (schema: z.ZodType, value: unknown, path: string) => {
			const field = issuesOf(schema, value).find((one) => one.path === path);
			return field && sentence(field);
		};
		const fields = registrationInputSchema;
		expect([
			said(fields, { email: "bob" }, "email"),
			said(fields, { username: "two words" }, "username"),
			said(fields, { name: "" }, "name"),
			said(statusInputSchema, { text: "x".repeat(121) }, "text"),
		]).toEqual(common[locale]);
	});
});

/** Each field of a schema with each kind of nonsense in it. */
function problems(schema: z.ZodType): FieldError[] {
	const values = pathsOf(schema).flatMap((path) => nonsense.map((value) => nested(path, value)));
	return [...nonsense, ...values].flatMap((value) => issuesOf(schema, value));
}

function issuesOf(schema: z.ZodType, value: unknown): FieldError[] {
	return schema.safeParse(value).error?.issues.flatMap(fieldErrorsOf) ?? [];
}

function pathsOf(schema: z.ZodType): string[][] {
	if (schema instanceof z.ZodOptional) return pathsOf(schema.unwrap() as z.ZodType);
	if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => pathsOf(option as z.ZodType));
	if (!(schema instanceof z.ZodObject)) return [[]];
	return Object.entries(schema.shape).flatMap(([name, inner]) =>
		pathsOf(inner as z.ZodType).map((rest) => [name, ...rest]),
	);
}

function nested(path: string[], value: unknown): unknown {
	return path.reduceRight<unknown>((inner, name) => ({ kind: "public", [name]: inner }), value);
}
