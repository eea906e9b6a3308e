/** Small pieces that the routes are declared with. */
import * as z from "zod";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../shared/limits.ts";
import { idSchema } from "../shared/schemas/id.ts";
import { errorSchema } from "../shared/schemas/server.ts";

/** Answers of a route by status; every route may also answer an error. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
	return { 200: json(schema, description), default: json(errorSchema, "An error.") };
}

/** For what is made anew with each call. */
export function made<Schema extends z.ZodType>(schema: Schema, description: string) {
	return { 201: json(schema, description), default: json(errorSchema, "An error.") };
}

export function created<Schema extends z.ZodType>(schema: Schema, description: string) {
	return {
		200: json(schema, "It exists already."),
		201: json(schema, description),
		default: json(errorSchema, "An error."),
	};
}

export const nothing = { 204: { description: "Done." }, default: json(errorSchema, "An error.") };

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
	return { description, content: { "application/json": { schema } } };
}

export function body<Schema extends z.ZodType>(schema: Schema) {
	return { required: true, content: { "application/json": { schema } } };
}

/** It is done, or will be; the answer tells nothing. */
export const accepted = { 202: { description: "Taken." }, default: json(errorSchema, "An error.") };

/** A form with one file, for the document alone: its bytes are read as they come, so no validator may take them in first. */
export function formWithFile(field: string) {
	const file = { type: "string" as const, format: "binary" };
	const schema = { type: "object" as const, properties: { [field]: file }, required: [field] };
	return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
}

/** For what is no JSON. */
export const bytes = {
	200: { description: "The bytes.", content: { "*/*": { schema: z.string() } } },
	206: { description: "A part of the bytes.", content: { "*/*": { schema: z.string() } } },
	304: { description: "They are what the caller has." },
	default: json(errorSchema, "An error."),
};

export const idParams = z.strictObject({ id: idSchema });

export const limitQuery = z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE);
export const pageQuery = { limit: limitQuery, cursor: z.string().max(1_000).optional() };

/** A whole number in a query; `z.coerce` alone would take an empty text for 0. */
export const numberQuery = z
	.string()
	.regex(/^\d{1,15}$/)
	.transform(Number);

export const flagQuery = z.enum(["true", "false"]).transform((text) => text === "true");

export function pageSchema<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
