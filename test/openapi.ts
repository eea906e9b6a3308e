/** Requests made from the server's own OpenAPI document, so that tests reach every route, those of tomorrow too. */
import type { World } from "./world.ts";

export type Schema = {
	type?: string;
	minimum?: number;
	enum?: string[];
	format?: string;
	properties?: Record<string, Schema>;
	additionalProperties?: Schema | boolean;
	items?: Schema;
	oneOf?: Schema[];
	anyOf?: Schema[];
};
type Parameter = { name: string; in: "path" | "query"; required?: boolean };
type Operation = {
	security?: unknown[];
	parameters?: Parameter[];
	requestBody?: { content: { "application/json"?: { schema: Schema } } };
};

export type Route = {
	method: string;
	/** With `{id}` in it. */
	path: string;
	query: Parameter[];
	body: Schema | undefined;
	signedIn: boolean;
};

/** A way into a value: keys and indexes. */
export type Path = (string | number)[];

export async function routesOf(world: World): Promise<Route[]> {
	const { body } = await world.call<{ paths: Record<string, Record<string, Operation>> }>("GET", "/api/openapi.json");
	return Object.entries(body.paths).flatMap(([path, operations]) =>
		Object.entries(operations).map(([method, { security, parameters, requestBody }]) => ({
			method: method.toUpperCase(),
			path,
			query: (parameters ?? []).filter((parameter) => parameter.in === "query"),
			body: requestBody?.content["application/json"]?.schema,
			signedIn: (security ?? []).length > 0,
		})),
	);
}

/** The address with these in the place of its parameters; `nothing` where none is given. */
export function filled(path: string, ids: Record<string, string> = {}): string {
	return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? "nothing"));
}

/** What the patterns, which the document cannot tell whole, accept under these names. */
const WORDS: Record<string, string> = {
	email: "mallory@brackwater.example",
	siteUrl: "https://brackwater.example",
	password: "a long password of mallory",
	next: "a long password of mallory",
};
const DEFAULT_WORD = "mallory-1";
/** For objects of any names: an entry that the server knows. */
const ENTRY = "Site_Name";

/** A body for each alternative of a schema, complete and right by its shape. */
export function examples(schema: Schema, name = ""): unknown[] {
	const alternatives = schema.oneOf ?? schema.anyOf;
	if (alternatives) return alternatives.flatMap((one) => examples(one, name));
	if (schema.enum) return [schema.enum[0]];
	if (schema.properties) {
		const entries = Object.entries(schema.properties).map(([key, inner]) => [key, examples(inner, key)[0]]);
		return [Object.fromEntries(entries)];
	}
	if (typeof schema.additionalProperties === "object") return [{ [ENTRY]: examples(schema.additionalProperties)[0] }];
	if (schema.items) return [[examples(schema.items, name)[0]]];
	if (schema.type === "integer" || schema.type === "number") return [schema.minimum ?? 0];
	if (schema.type === "boolean") return [true];
	if (schema.format === "date-time") return ["2030-01-01T00:00:00.000Z"];
	return [WORDS[name] ?? DEFAULT_WORD];
}

/** The ways to all values in it that are neither list nor object. */
export function leavesOf(value: unknown, path: Path = []): Path[] {
	if (typeof value !== "object" || value === null) return [path];
	return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The ways to all objects in it, itself included. */
export function objectsIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== "object" || value === null) return [];
	const inside = Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]));
	return Array.isArray(value) ? inside : [path, ...inside];
}

/** A copy with something else at the end of the way; names that JavaScript keeps for itself are names like others. */
export function replaced(value: unknown, path: Path, by: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return by;
	const copy: unknown[] | object = Array.isArray(value) ? [...value] : { ...Object(value) };
	const inner = Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : undefined;
	Object.defineProperty(copy, key, {
		value: replaced(inner, rest, by),
		enumerable: true,
		configurable: true,
		writable: true,
	});
	return copy;
}
