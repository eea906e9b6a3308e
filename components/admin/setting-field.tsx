"use client";
import { KeyRound, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select-field";
import { Switch } from "@/components/ui/switch";
import type { SettingView } from "@/lib/shared/schemas/server";
import { useDrafts } from "./drafts";
import { ProfileFieldsEditor } from "./profile-fields-editor";
import { PROFILE_FIELDS, shown } from "./setting-values";
import { useSettingWords } from "./use-setting-words";

type Props = { setting: SettingView; id: string; help: string };

export function SettingField({ setting, id, help }: Props) {
	const t = useTranslations("admin");
	const words = useSettingWords();
	const { of, draft, errorOf } = useDrafts();
	const value = of(setting) ?? shown(setting);
	const error = errorOf(setting);
	const common = {
		id,
		disabled: setting.locked,
		"aria-invalid": error ? (true as const) : undefined,
		"aria-describedby": [error && `${id}-error`, help && `${id}-about`].filter(Boolean).join(" ") || undefined,
	};
	const onText = (event: { target: { value: string } }) => draft(setting, event.target.value);

	if (setting.secret) return <SecretField setting={setting} common={common} />;
	if (setting.id === PROFILE_FIELDS) {
		return <ProfileFieldsEditor setting={setting} text={String(value)} labelledBy={`${id}-label`} />;
	}
	switch (setting.type) {
		case "boolean":
			return (
				<div className="flex min-h-9 items-center gap-2.5 text-ui">
					<Switch
						id={id}
						on={value === true}
						onChange={(on) => draft(setting, on)}
						disabled={setting.locked}
						labelledBy={`${id}-label`}
						describedBy={common["aria-describedby"]}
					/>
					<span aria-hidden>{value === true ? t("on") : t("off")}</span>
				</div>
			);
		case "select":
			return <Select {...common} options={words.options(setting)} value={String(value)} onChange={onText} />;
		case "text":
		case "list":
		case "json":
			return (
				<textarea
					{...common}
					rows={setting.type === "json" ? 6 : 3}
					value={String(value)}
					onChange={onText}
					placeholder={setting.type === "list" ? t("onePerLine") : undefined}
					className="field block py-2 font-mono"
				/>
			);
		default:
			return (
				<div className="relative">
					<input
						{...common}
						{...(setting.type === "integer"
							? { inputMode: "numeric", placeholder: String(setting.default) }
							: { dir: "auto" })}
						value={String(value)}
						onChange={onText}
						className="field h-(--control-height) tabular-nums"
					/>
					{setting.locked && <Lock size={16} aria-hidden className="absolute inset-y-0 end-3 my-auto text-muted" />}
				</div>
			);
	}
}

/** A secret can be replaced and is never shown. */
function SecretField({ setting, common }: { setting: SettingView; common: object }) {
	const t = useTranslations("admin");
	const { of, draft } = useDrafts();
	const [replacing, setReplacing] = useState(false);
	const typed = of(setting);
	if (setting.isSet && !replacing && typed === undefined) {
		return (
			<div className="flex gap-2">
				<div className="relative flex-1">
					<input
						{...common}
						readOnly
						value=""
						placeholder={t("setNeverShown")}
						className="field h-(--control-height) pe-9"
					/>
					<KeyRound size={16} aria-hidden className="absolute inset-y-0 end-3 my-auto text-muted" />
				</div>
				{!setting.locked && <Button onClick={() => setReplacing(true)}>{t("replace")}</Button>}
			</div>
		);
	}
	return (
		<input
			{...common}
			type="password"
			autoComplete="new-password"
			value={String(typed ?? "")}
			onChange={(event) => draft(setting, event.target.value)}
			className="field h-(--control-height) font-mono"
		/>
	);
}
