"use client";
import { Lock } from "lucide-react";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { FieldNotes } from "@/components/ui/labelled";
import { Tag } from "@/components/ui/tag";
import type { SettingValue } from "@/lib/client/api";
import type { SettingView } from "@/lib/shared/schemas/server";
import { SettingField } from "./setting-field";
import { defaultWords, isDefault } from "./setting-values";

export type RowProps = {
	setting: SettingView;
	/** What was typed and not saved. */
	draft: SettingValue | undefined;
	error: string | undefined;
	onDraft: (draft: SettingValue | undefined) => void;
};

/** What it is and what it does; its field; where its value comes from. */
export function SettingRow(props: RowProps) {
	const { setting, draft, error } = props;
	const id = useId();
	return (
		<div
			className={classNames(
				"relative grid gap-x-10 gap-y-2 border-t border-border py-4 md:grid-cols-[minmax(0,1fr)_23.75rem]",
				draft !== undefined &&
					"before:absolute before:inset-y-4.5 before:-start-4 before:w-0.75 before:rounded-full before:bg-accent max-md:before:-start-2.5",
			)}
		>
			<div className="min-w-0">
				<div className="flex flex-wrap items-center gap-2">
					<label id={`${id}-label`} htmlFor={id} className="text-ui font-medium">
						{setting.title}
					</label>
					{draft !== undefined && <Tag tone="accent">changed, not saved</Tag>}
					{setting.locked && (
						<Tag>
							<Lock size={12} aria-hidden />
							set by the environment
						</Tag>
					)}
				</div>
				<div className="font-mono text-xs text-faint wrap-anywhere">{setting.id}</div>
				{setting.help && (
					<p id={`${id}-about`} className="mt-1 text-sm text-muted">
						{setting.help}
					</p>
				)}
			</div>
			<div className="min-w-0">
				<SettingField {...props} id={id} />
				<FieldNotes id={id} error={error} />
				<Origin {...props} />
			</div>
		</div>
	);
}

function Origin({ setting, draft, onDraft }: RowProps) {
	if (setting.locked) {
		return <p className="mt-1.5 text-xs text-faint wrap-anywhere">From SETTING_{setting.id}; change it there</p>;
	}
	const link = "font-medium text-link hover:underline";
	const words = setting.secret || isDefault(setting) ? "Default" : `Default: ${defaultWords(setting)}`;
	return (
		<p className="mt-1.5 flex flex-wrap gap-x-1.5 text-xs text-faint">
			{(!setting.secret || !setting.isSet) && <span className="wrap-anywhere">{words}</span>}
			{setting.secret && setting.isSet && <span>Is set</span>}
			{setting.changedAt && (
				<span>· changed {new Date(setting.changedAt).toLocaleDateString(undefined, { dateStyle: "medium" })}</span>
			)}
			{draft !== undefined && (
				<button type="button" onClick={() => onDraft(undefined)} className={link}>
					Put back
				</button>
			)}
		</p>
	);
}
