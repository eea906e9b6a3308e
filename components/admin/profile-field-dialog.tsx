"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SwitchField } from "@/components/ui/switch";
import { TextArea, TextField } from "@/components/ui/text-field";
import { MAX_PROFILE_LABEL, MAX_PROFILE_OPTIONS, MAX_PROFILE_TEXT } from "@/lib/shared/limits";
import { PROFILE_FIELD_NAME } from "@/lib/shared/profile-fields";
import type { ProfileField } from "@/lib/shared/schemas/profile-field";

type Props = {
	/** Undefined for one that is made. */
	field: ProfileField | undefined;
	/** Names of the others. */
	taken: string[];
	onDone: (field: ProfileField) => void;
	onClose: () => void;
};
type Wrong = Partial<Record<"label" | "name" | "options" | "longest", string>>;

const NEW: ProfileField = {
	name: "",
	label: "",
	type: "text",
	options: [],
	required: false,
	minLength: 0,
	maxLength: MAX_PROFILE_TEXT,
	public: true,
	editable: true,
};

/** One field of profiles. What it says is kept with the other settings that are not saved yet. */
export function ProfileFieldDialog({ field, taken, onDone, onClose }: Props) {
	const t = useTranslations("admin");
	const [made, setMade] = useState(field ?? NEW);
	const [name, setName] = useState(field?.name);
	const [options, setOptions] = useState(made.options.join("\n"));
	const [longest, setLongest] = useState(String(made.maxLength));
	const [wrong, setWrong] = useState<Wrong>({});
	const set = (change: Partial<ProfileField>) => setMade({ ...made, ...change });
	const named = name ?? nameFrom(made.label);

	function done() {
		const finished: ProfileField = {
			...made,
			name: named,
			label: made.label.trim(),
			options: made.type === "select" ? linesOf(options) : [],
			maxLength: Number(longest),
		};
		const faults = faultsIn(finished);
		setWrong(faults);
		if (Object.keys(faults).length > 0) return;
		onDone(finished);
		onClose();
	}

	function faultsIn({ label, type, options: offered, minLength, maxLength }: ProfileField): Wrong {
		const isLength =
			Number.isInteger(maxLength) && maxLength >= Math.max(1, minLength) && maxLength <= MAX_PROFILE_TEXT;
		return {
			...(label === "" && { label: t("profileFields.labelMissing") }),
			// It is made of the label, as long as nobody writes another one.
			...(label !== "" && !PROFILE_FIELD_NAME.test(named) && { name: t("profileFields.nameWrong") }),
			...(taken.includes(named) && { name: t("profileFields.nameTaken") }),
			...(type === "select" &&
				!isOffered(offered) && {
					options: t("profileFields.optionsWrong", { most: MAX_PROFILE_OPTIONS, longest: MAX_PROFILE_TEXT }),
				}),
			...(type === "text" && !isLength && { longest: t("profileFields.longestWrong", { most: MAX_PROFILE_TEXT }) }),
		};
	}

	return (
		<Dialog title={field ? t("profileFields.change") : t("profileFields.add")} onClose={onClose}>
			<Form onSend={done} error={wrong} className="grid gap-4.5">
				<TextField
					label={t("profileFields.label")}
					value={made.label}
					onChange={({ target }) => set({ label: target.value })}
					dir="auto"
					maxLength={MAX_PROFILE_LABEL}
					help={t("profileFields.labelHelp")}
					error={wrong.label}
				/>
				<TextField
					label={t("profileFields.name")}
					value={named}
					onChange={({ target }) => setName(target.value)}
					// What people have filled in is kept under it.
					readOnly={field !== undefined}
					dir="ltr"
					autoCapitalize="none"
					autoComplete="off"
					spellCheck={false}
					maxLength={32}
					help={t("profileFields.nameHelp")}
					error={wrong.name}
				/>
				<SelectField
					label={t("profileFields.type")}
					value={made.type}
					onChange={({ target }) => set({ type: target.value === "select" ? "select" : "text" })}
					options={(["text", "select"] as const).map((type) => ({
						value: type,
						label: t(`profileFields.types.${type}`),
					}))}
				/>
				{made.type === "select" ? (
					<TextArea
						label={t("profileFields.options")}
						value={options}
						onChange={({ target }) => setOptions(target.value)}
						dir="auto"
						rows={4}
						placeholder={t("onePerLine")}
						error={wrong.options}
					/>
				) : (
					<TextField
						label={t("profileFields.longest")}
						value={longest}
						onChange={({ target }) => setLongest(target.value)}
						inputMode="numeric"
						maxLength={3}
						error={wrong.longest}
					/>
				)}
				<SwitchField label={t("profileFields.required")} on={made.required} onChange={(on) => set({ required: on })} />
				<SwitchField
					label={t("profileFields.public")}
					help={t("profileFields.publicHelp")}
					on={made.public}
					onChange={(on) => set({ public: on })}
				/>
				<SwitchField
					label={t("profileFields.editable")}
					help={t("profileFields.editableHelp")}
					on={made.editable}
					onChange={(on) => set({ editable: on })}
				/>
				<DialogActions>
					<Button onClick={onClose}>{t("profileFields.cancel")}</Button>
					<Button type="submit" look="main">
						{t("profileFields.take")}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

/** `Phone (mobile)` → `phone_mobile` */
function nameFrom(label: string): string {
	const plain = label.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
	return plain
		.replaceAll(/[^a-z0-9]+/g, "_")
		.replaceAll(/^[^a-z]+|_+$/g, "")
		.slice(0, 32);
}

function isOffered(options: string[]): boolean {
	const isCount = options.length > 0 && options.length <= MAX_PROFILE_OPTIONS;
	return isCount && options.every((option) => option.length <= MAX_PROFILE_TEXT);
}

/** Each once. */
function linesOf(text: string): string[] {
	return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}
