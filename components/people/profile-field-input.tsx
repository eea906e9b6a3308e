"use client";
import { useTranslations } from "use-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ProfileField } from "@/lib/shared/schemas/profile-field";

type Props = {
	field: ProfileField;
	value: string;
	/** Undefined where it cannot be changed: it is only shown, and not at all while nothing stands there. */
	onChange: ((value: string) => void) | undefined;
	error: string | undefined;
};

/** One of the fields that an administrator has set up, as it is filled in. */
export function ProfileFieldInput({ field, value, onChange, error }: Props) {
	const t = useTranslations("people");
	const { label, type, required, options, maxLength } = field;
	if (!onChange && value === "") return null;
	const notes = {
		label,
		hint: onChange && !required ? t("fields.optional") : undefined,
		help:
			[!onChange && t("fields.notYours"), !field.public && t("fields.hidden")].filter(Boolean).join(" ") || undefined,
		error,
	};
	if (type === "text" || !onChange) {
		return (
			<TextField
				{...notes}
				value={value}
				onChange={(event) => onChange?.(event.target.value)}
				readOnly={!onChange}
				required={required}
				dir="auto"
				maxLength={maxLength}
			/>
		);
	}
	// What was chosen before stays to be seen, though it is no longer offered.
	const offered = value === "" || options.includes(value) ? options : [value, ...options];
	return (
		<SelectField
			{...notes}
			value={value}
			onChange={(event) => onChange(event.target.value)}
			required={required}
			options={[{ value: "", label: t("fields.none") }, ...offered.map((option) => ({ value: option, label: option }))]}
		/>
	);
}
