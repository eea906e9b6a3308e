"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select-field";
import { Switch } from "@/components/ui/switch";
import type { RowProps } from "./setting-row";
import { shown } from "./setting-values";

export function SettingField({ id, ...props }: RowProps & { id: string }) {
	const { setting, draft, error, onDraft } = props;
	const value = draft ?? shown(setting);
	const common = {
		id,
		disabled: setting.locked,
		"aria-invalid": error ? (true as const) : undefined,
		"aria-describedby": [error && `${id}-error`, setting.help && `${id}-about`].filter(Boolean).join(" ") || undefined,
	};
	const onText = (event: { target: { value: string } }) => onDraft(event.target.value);

	if (setting.secret) return <SecretField {...props} common={common} />;
	switch (setting.type) {
		case "boolean":
			return (
				<div className="flex min-h-9 items-center gap-2.5 text-ui">
					<Switch
						on={value === true}
						onChange={onDraft}
						disabled={setting.locked}
						labelledBy={`${id}-label`}
						describedBy={common["aria-describedby"]}
					/>
					<span aria-hidden>{value === true ? "On" : "Off"}</span>
				</div>
			);
		case "select":
			return <Select {...common} options={setting.options ?? []} value={String(value)} onChange={onText} />;
		case "integer":
			return (
				<input
					{...common}
					inputMode="numeric"
					value={String(value)}
					onChange={onText}
					placeholder={range(setting)}
					className="field h-(--control-height) tabular-nums"
				/>
			);
		case "text":
		case "list":
		case "json":
			return (
				<textarea
					{...common}
					rows={setting.type === "json" ? 6 : 3}
					value={String(value)}
					onChange={onText}
					placeholder={setting.type === "list" ? "One on each line" : undefined}
					className="field block py-2 font-mono"
				/>
			);
		default:
			return <input {...common} value={String(value)} onChange={onText} className="field h-(--control-height)" />;
	}
}

/** A secret can be replaced and is never shown. */
function SecretField({ setting, draft, onDraft, common }: RowProps & { common: object }) {
	const [replacing, setReplacing] = useState(false);
	if (setting.isSet && !replacing && draft === undefined) {
		return (
			<div className="flex gap-2">
				<input {...common} readOnly value="" placeholder="Set, never shown" className="field h-(--control-height)" />
				{!setting.locked && <Button onClick={() => setReplacing(true)}>Replace</Button>}
			</div>
		);
	}
	return (
		<input
			{...common}
			type="password"
			autoComplete="new-password"
			value={String(draft ?? "")}
			onChange={(event) => onDraft(event.target.value)}
			className="field h-(--control-height) font-mono"
		/>
	);
}

function range({ min, max }: RowProps["setting"]): string | undefined {
	if (min !== undefined && max !== undefined) return `${min} to ${max}`;
	return min !== undefined ? `at least ${min}` : undefined;
}
