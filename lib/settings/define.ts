import * as z from "zod";
import type { settingTypes } from "../shared/schemas/server.ts";

const MAX_JSON_LENGTH = 50_000;

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

/** In English, for programs and the log: what is accepted, and of structured values what is wrong. */
export function sentenceOf({ accepts }: SettingDefinition, issue: z.core.$ZodIssue | undefined): string {
	return `${issue?.code === "custom" ? `${issue.message} ` : ""}Accepted: ${accepts}.`;
}

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

/** Masked everywhere: its value never leaves the server, nor stands in the audit. */
export function password(words: Words): SettingDefinition<string> {
	return {
		...words,
		default: "",
		type: "password",
		secret: true,
		schema: z.string().max(1_000),
		fromText: (text) => text,
		accepts: "text of at most 1,000 characters",
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

/** Structured, kept as the text that was written. @param check throws an Error that says in English what is wrong */
export function json(words: Words & { check: (text: string) => unknown; accepts: string }): SettingDefinition<string> {
	const { check, ...rest } = words;
	return {
		...rest,
		type: "json",
		default: "",
		secret: false,
		schema: z
			.string()
			.max(MAX_JSON_LENGTH)
			.superRefine((text, context) => {
				const fault = faultIn(() => check(text));
				if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
			}),
		fromText: (text) => text,
	};
}

function faultIn(check: () => unknown): string | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
