import type { SettingValue } from "@/lib/client/api";
import type { SettingView } from "@/lib/shared/schemas/server";

/** The one that has an editor of its own. */
export const PROFILE_FIELDS = "Accounts_CustomFields";

/** What the field of a setting shows before it is touched. A secret's value is never sent to the page. */
export function shown(setting: SettingView): SettingValue {
	return setting.secret ? "" : asField(setting, setting.value);
}

/** The drafts with one more, or one less when it is what is saved already. */
export function drafted(
	drafts: Record<string, SettingValue>,
	setting: SettingView,
	draft: SettingValue | undefined,
): Record<string, SettingValue> {
	const { [setting.id]: _, ...others } = drafts;
	const isSame = draft === undefined || (!setting.secret && draft === shown(setting));
	return isSame ? others : { ...others, [setting.id]: draft };
}

/** What is sent: numbers are numbers, lists are lists. What is no number goes as it was typed, and the server says so. */
export function valueFrom(setting: SettingView, draft: SettingValue | undefined): SettingValue {
	if (draft === undefined) return "";
	if (setting.type === "integer" && typeof draft === "string" && /^-?\d+$/.test(draft.trim())) return Number(draft);
	if (setting.type === "list" && typeof draft === "string") {
		return draft
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
	}
	return draft;
}

export function isDefault(setting: SettingView): boolean {
	return asField(setting, setting.value) === asField(setting, setting.default);
}

/** The server names the fields `changes.ID`. */
export function errorOf(errors: Record<string, string>, id: string): string | undefined {
	const path = Object.keys(errors).find(
		(key) => key === id || key === `changes.${id}` || key.startsWith(`changes.${id}.`),
	);
	return path && errors[path];
}

/** A value as its field holds it. */
export function asField(setting: SettingView, value: unknown): SettingValue {
	if (typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.join("\n");
	if (setting.type === "json" && typeof value !== "string") return JSON.stringify(value, null, 2);
	return value === null || value === undefined ? "" : String(value);
}
