/**
 * The setting Accounts_CustomFields: a JSON object of fields by their names, in the order in which they are shown.
 * `{"team": {"type": "select", "label": "Team", "options": ["Sales", "Docks"], "required": true}}`
 */
import { MAX_PROFILE_FIELDS, MAX_PROFILE_LABEL, MAX_PROFILE_OPTIONS, MAX_PROFILE_TEXT } from "./limits.ts";
import type { ProfileField } from "./schemas/profile-field.ts";

/** Letters first, so that no name is one that JavaScript or the database keep for themselves. */
export const PROFILE_FIELD_NAME = /^[a-z][a-z0-9_-]{0,31}$/i;
const KNOWN = ["type", "label", "options", "required", "minLength", "maxLength", "public", "editable"];

/** @throws Error whose message says in English what is wrong with which field */
export function readProfileFields(text: string): ProfileField[] {
	if (text.trim() === "") return [];
	const entries = Object.entries(recordOf(parsed(text), "The setting"));
	if (entries.length > MAX_PROFILE_FIELDS) throw new Error(`At most ${MAX_PROFILE_FIELDS} fields.`);
	return entries.map(([name, value]) => readField(name, recordOf(value, `“${name}”`)));
}

/** What reads as these fields; what is as it is anyway is not written. */
export function writeProfileFields(fields: ProfileField[]): string {
	if (fields.length === 0) return "";
	const entries = fields.map(({ name, options, minLength, maxLength, ...field }) => [
		name,
		{
			type: field.type,
			label: field.label,
			...(field.type === "select" && { options }),
			...(field.required && { required: true }),
			...(field.type === "text" && minLength > 0 && { minLength }),
			...(field.type === "text" && maxLength < MAX_PROFILE_TEXT && { maxLength }),
			...(!field.public && { public: false }),
			...(!field.editable && { editable: false }),
		},
	]);
	return JSON.stringify(Object.fromEntries(entries), null, 2);
}

export type ValueFault = { code: "too-small" | "too-big"; limit: number } | { code: "invalid-value" };

/** What is wrong with a value of a field; an empty one takes it away. */
export function faultOf(field: ProfileField, value: string): ValueFault | undefined {
	const { type, required, options, minLength, maxLength } = field;
	if (value === "") return required ? { code: "too-small", limit: 1 } : undefined;
	if (type === "select") return options.includes(value) ? undefined : { code: "invalid-value" };
	if (value.length < minLength) return { code: "too-small", limit: minLength };
	return value.length > maxLength ? { code: "too-big", limit: maxLength } : undefined;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Error("This is not JSON.");
	}
}

function readField(name: string, field: Record<string, unknown>): ProfileField {
	const wrong = (what: string) => new Error(`“${name}”: ${what}`);
	if (!PROFILE_FIELD_NAME.test(name))
		throw wrong("a name has at most 32 letters, digits, - and _, and begins with a letter.");
	const unknown = Object.keys(field).find((key) => !KNOWN.includes(key));
	if (unknown !== undefined) throw wrong(`“${unknown}” is not known; known are ${KNOWN.join(", ")}.`);
	const { type = "text", label = name, options = [], minLength = 0, maxLength = MAX_PROFILE_TEXT } = field;
	if (type !== "text" && type !== "select") throw wrong("type is “text” or “select”.");
	if (!isText(label, MAX_PROFILE_LABEL)) throw wrong(`label is a text of 1 to ${MAX_PROFILE_LABEL} characters.`);
	if (!isLength(minLength) || !isLength(maxLength) || maxLength === 0 || minLength > maxLength)
		throw wrong(`minLength and maxLength are whole numbers up to ${MAX_PROFILE_TEXT}, the first not above the other.`);
	return {
		name,
		label: label.trim(),
		type,
		options: type === "select" ? readOptions(options, wrong) : [],
		minLength,
		maxLength,
		required: flag("required", false),
		public: flag("public", true),
		editable: flag("editable", true),
	};

	function flag(key: string, otherwise: boolean): boolean {
		const value = field[key] ?? otherwise;
		if (typeof value !== "boolean") throw wrong(`${key} is true or false.`);
		return value;
	}
}

function readOptions(options: unknown, wrong: (what: string) => Error): string[] {
	const isList = Array.isArray(options) && options.length > 0 && options.length <= MAX_PROFILE_OPTIONS;
	if (!isList) throw wrong(`options are 1 to ${MAX_PROFILE_OPTIONS} texts.`);
	const texts = options.map((option) => {
		if (!isText(option, MAX_PROFILE_TEXT)) throw wrong(`an option is a text of 1 to ${MAX_PROFILE_TEXT} characters.`);
		return option.trim();
	});
	if (new Set(texts).size < texts.length) throw wrong("each option stands once.");
	return texts;
}

function isText(value: unknown, longest: number): value is string {
	return typeof value === "string" && value.trim() !== "" && value.length <= longest;
}

function isLength(value: unknown): value is number {
	return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MAX_PROFILE_TEXT;
}

function recordOf(value: unknown, what: string): Record<string, unknown> {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${what} is no object.`);
	return Object.fromEntries(Object.entries(value));
}
