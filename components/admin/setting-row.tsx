"use client";
import { Lock } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { FieldNotes } from "@/components/ui/labelled";
import { Tag } from "@/components/ui/tag";
import type { SettingView } from "@/lib/shared/schemas/server";
import { useDrafts } from "./drafts";
import { Origin } from "./origin";
import { SettingField } from "./setting-field";
import { useSettingWords } from "./use-setting-words";

/** What it is and what it does; its field; where its value comes from. */
export function SettingRow({ setting }: { setting: SettingView }) {
	const t = useTranslations("admin");
	const words = useSettingWords();
	const drafts = useDrafts();
	const id = useId();
	const isChanged = drafts.of(setting) !== undefined;
	const help = words.help(setting);
	return (
		<div
			className={classNames(
				"relative grid gap-x-10 gap-y-2 border-t border-border py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,23.75rem)]",
				isChanged &&
					"before:absolute before:inset-y-4.5 before:-start-4 before:w-0.75 before:rounded-full before:bg-accent max-md:before:-start-2.5",
			)}
		>
			<div className="min-w-0">
				<div className="flex flex-wrap items-center gap-2">
					<label id={`${id}-label`} htmlFor={id} className="text-ui font-medium">
						{words.title(setting)}
					</label>
					{isChanged && <Tag tone="accent">{t("changed")}</Tag>}
					{setting.locked && (
						<Tag>
							<Lock size={12} aria-hidden />
							{t("locked")}
						</Tag>
					)}
				</div>
				<div dir="ltr" className="font-mono text-xs text-faint wrap-anywhere rtl:text-end">
					{setting.id}
				</div>
				{help && (
					<p id={`${id}-about`} className="mt-1 max-w-120 text-sm text-muted">
						{help}
					</p>
				)}
			</div>
			<div className="min-w-0">
				<SettingField setting={setting} id={id} help={help} />
				<FieldNotes id={id} error={drafts.errorOf(setting)} />
				<Origin setting={setting} />
			</div>
		</div>
	);
}
