/**
 * What a payload must look like, in the part of JSON Schema that `event-shapes.json` uses. The schemas that the server checks with are
 * zod's, which alone would be a seventh of what a room's script may weigh.
 */
export type Shape = {
	$ref?: string;
	anyOf?: Shape[];
	type?: string | string[] | undefined;
	enum?: unknown[];
	format?: string;
	properties?: Record<string, Shape | undefined>;
	required?: string[];
	items?: Shape;
};

/** Named shapes, by what `$ref` calls them. */
export type Shapes = Record<string, Shape>;

/** Whether the value has the shape; fields that the shape does not know are let be. */
export function fits(value: unknown, shape: Shape, named: Shapes): boolean {
	if (shape.$ref !== undefined) return fitsNamed(value, shape.$ref, named);
	if (shape.anyOf) return shape.anyOf.some((choice) => fits(value, choice, named));
	if (![shape.type].flat().some((type) => type === undefined || isOfType(value, type))) return false;
	if (shape.enum && !shape.enum.includes(value)) return false;
	if (shape.format === "date-time" && Number.isNaN(Date.parse(String(value)))) return false;
	const { items } = shape;
	if (Array.isArray(value)) return !items || value.every((item) => fits(item, items, named));
	return !isRecord(value) || fitsFields(value, shape, named);
}

function fitsNamed(value: unknown, reference: string, named: Shapes): boolean {
	const shape = named[reference.slice(reference.lastIndexOf("/") + 1)];
	return shape !== undefined && fits(value, shape, named);
}

function fitsFields(value: Record<string, unknown>, { properties = {}, required = [] }: Shape, named: Shapes): boolean {
	if (required.some((name) => value[name] === undefined)) return false;
	return Object.entries(properties).every(([name, shape]) => {
		return value[name] === undefined || shape === undefined || fits(value[name], shape, named);
	});
}

function isOfType(value: unknown, type: string): boolean {
	switch (type) {
		case "null":
			return value === null;
		case "array":
			return Array.isArray(value);
		case "object":
			return isRecord(value);
		case "integer":
			return Number.isInteger(value);
		case "number":
			return Number.isFinite(value);
		default:
			return typeof value === type;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
