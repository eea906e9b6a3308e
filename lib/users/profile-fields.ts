/** What stands in people's profiles besides name and bio, as the setting Accounts_CustomFields has it. */
import type { MatchKeysAndValues } from "mongodb";
import type { UserDoc } from "@/models/user";
import { setting } from "../settings/settings.ts";
import { type FieldError, ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { faultOf, readProfileFields } from "../shared/profile-fields.ts";
import type { ProfileField } from "../shared/schemas/profile-field.ts";
import type { FieldsChange } from "../shared/schemas/user.ts";

type Fields = Record<string, string>;

let read: { text: string; fields: ProfileField[] } | undefined;

export function profileFields(): ProfileField[] {
	const text = setting("Accounts_CustomFields");
	if (read?.text !== text) read = { text, fields: readProfileFields(text) };
	return read.fields;
}

/** @param isPrivate whether who looks may also see what is not public. @returns undefined where nothing is told */
export function shownFields({ fields = {} }: Pick<UserDoc, "fields">, isPrivate: boolean): Fields | undefined {
	const shown = profileFields().filter((field) => (field.public || isPrivate) && fields[field.name]);
	return shown.length === 0 ? undefined : Object.fromEntries(shown.map(({ name }) => [name, fields[name] ?? ""]));
}

/**
 * What is written where fields of a profile change; nothing where none is named.
 * @param by the owner changes what is his to change, and has to fill in what is required of him
 * @throws ParleyError `invalid-input` at `fields.NAME`
 */
export function changedFields(
	{ fields: before = {} }: Pick<UserDoc, "fields">,
	changes: FieldsChange | undefined,
	by: "owner" | "administrator",
): { set: MatchKeysAndValues<UserDoc>; unset: Record<string, true> } {
	if (!changes) return { set: {}, unset: {} };
	const after = { ...before, ...changes };
	const faults = faultsOf(changes, after, by);
	if (faults.length > 0) throw new ParleyError("invalid-input", { fields: faults });
	const names = Object.keys(changes);
	return {
		set: {
			...Object.fromEntries(names.filter((name) => changes[name]).map((name) => [`fields.${name}`, changes[name]])),
			fieldKeys: fieldKeysOf(after),
		},
		unset: Object.fromEntries(names.filter((name) => !changes[name]).map((name) => [`fields.${name}`, true])),
	};
}

function faultsOf(changes: FieldsChange, after: Fields, by: "owner" | "administrator"): FieldError[] {
	const known = profileFields();
	const unknown = Object.keys(changes).filter((name) => !known.some((field) => field.name === name));
	return [
		...unknown.map((name) => ({ path: `fields.${name}`, code: "unknown-field", message: "There is no such field." })),
		...known.flatMap((field) => {
			const isNamed = Object.hasOwn(changes, field.name);
			const isOwed = by === "owner" && field.required && field.editable;
			return isNamed || isOwed ? (faultWith(field, after[field.name] ?? "", isNamed, by) ?? []) : [];
		}),
	];
}

function faultWith(
	field: ProfileField,
	value: string,
	isNamed: boolean,
	by: "owner" | "administrator",
): FieldError | undefined {
	const path = `fields.${field.name}`;
	if (isNamed && by === "owner" && !field.editable)
		return { path, code: "not-editable", message: "Only administrators change this." };
	// What stands there from before the field was as it is now is let be.
	if (!isNamed && value !== "") return undefined;
	const fault = faultOf(field, value);
	if (!fault) return undefined;
	if (fault.code === "invalid-value") {
		return { path, code: fault.code, reason: "choice", message: `One of: ${field.options.join(", ")}.` };
	}
	const isShort = fault.code === "too-small";
	return {
		path,
		code: fault.code,
		reason: "text",
		values: { [isShort ? "minimum" : "maximum"]: fault.limit },
		message: `${isShort ? "At least" : "At most"} ${fault.limit} characters.`,
	};
}

/** Of all fields: which of them are public is asked when somebody looks. */
function fieldKeysOf(fields: Fields): string[] {
	return Object.entries(fields).flatMap(([name, value]) => {
		const whole = foldName(value);
		const words = [whole, ...whole.split(/[\s\p{P}]+/u)].filter((word) => word !== "");
		return [...new Set(words)].map((word) => `${name}=${word}`);
	});
}
