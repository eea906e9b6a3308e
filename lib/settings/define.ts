import * as z from "zod";
import type { settingTypes } from "../shared/schemas/server.ts";

export type SettingDefinition<Value = unknown> = {
	type: (typeof settingTypes)[number];
	default: Value;
	title: string;
	/** One sentence for the administrator: what it changes. */
	help: string;
	schema: z.ZodType<Value>;
	secret: boolean;
	min?: number;
	max?: number;
	options?: { value: string; label: string }[];
	/** Takes the text of an environment variable apart; the schema then judges it. */
	fromText(text: string): unknown;
	/** What is accepted, in words, for the message about a wrong environment variable. */
	accepts: string;
};

type Words = { title: string; help: string };

export type Section = { id: string; title: string; settings: Record<string, SettingDefinition> };

export function boolean(words: Words & { default: boolean }): SettingDefinition<boolean> {
	return {
		...words,
		type: "boolean",
		secret: false,
		schema: z.boolean(),
		fromText: (text) => ({ true: true, false: false })[text.toLowerCase()],
		accepts: "true or false",
	};
}

export function integer(words: Words & { default: number; min: number; max: number }): SettingDefinition<number> {
	return {
		...words,
		type: "integer",
		secret: false,
		schema: z.int().min(words.min).max(words.max),
		fromText: (text) => (/^-?\d+$/.test(text.trim()) ? Number(text) : undefined),
		accepts: `a whole number from ${words.min} to ${words.max}`,
	};
}

export function string(
	words: Words & { default: string; schema?: z.ZodType<string>; accepts?: string },
): SettingDefinition<string> {
	return {
		title: words.title,
		help: words.help,
		default: words.default,
		type: "string",
		secret: false,
		schema: words.schema ?? z.string().trim().max(1_000),
		fromText: (text) => text,
		accepts: words.accepts ?? "text of at most 1,000 characters",
	};
}

export function select<const Value extends string>(
	words: Words & { default: NoInfer<Value>; options: { value: Value; label: string }[] },
): SettingDefinition<Value> {
	const values = words.options.map(({ value }) => value);
	return {
		...words,
		type: "select",
		secret: false,
		schema: z.enum(values),
		fromText: (text) => text,
		accepts: values.join(", "),
	};
}
