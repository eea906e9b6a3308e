"use client";
import { useFormatter, useTranslations } from "use-intl";
import { focusStays } from "@/components/ui/focus-stays";
import { useUser } from "@/lib/client/rooms";
import { readProfileFields } from "@/lib/shared/profile-fields";
import type { SettingView } from "@/lib/shared/schemas/server";
import { useDrafts } from "./drafts";
import { asField, isDefault, PROFILE_FIELDS } from "./setting-values";
import { useSettingWords } from "./use-setting-words";

/** Where a value comes from: the default, somebody, the environment; and the ways back. */
export function Origin({ setting }: { setting: SettingView }) {
	const t = useTranslations("admin");
	const { of, draft } = useDrafts();
	const inWords = useValueWords(setting);
	if (setting.locked) {
		return (
			<p className="mt-1.5 text-xs text-faint wrap-anywhere">
				{t("fromEnvironment", { name: `SETTING_${setting.id}` })}
			</p>
		);
	}
	const typed = of(setting);
	const byDefault = asField(setting, setting.default);
	const shown = typed ?? asField(setting, setting.value);
	return (
		<div className="mt-1.5 flex flex-wrap gap-x-1.5 text-xs text-faint">
			{typed !== undefined && !setting.secret ? (
				<span className="wrap-anywhere">{t("was", { value: inWords(setting.value) })}</span>
			) : (
				<span className="wrap-anywhere">
					{setting.secret && t(setting.isSet ? "isSet" : "isNotSet")}
					{!setting.secret && (isDefault(setting) ? t("default") : t("defaultIs", { value: inWords(setting.default) }))}
					{setting.changedBy && setting.changedAt && !isDefault(setting) && (
						<ChangedBy id={setting.changedBy} at={setting.changedAt} />
					)}
				</span>
			)}
			{typed !== undefined && <Way onGo={() => draft(setting, undefined)}>{t("putBack")}</Way>}
			{!setting.secret && shown !== byDefault && <Way onGo={() => draft(setting, byDefault)}>{t("toDefault")}</Way>}
		</div>
	);
}

function Way({ children, onGo }: { children: string; onGo: () => void }) {
	return (
		<button
			ref={focusStays}
			type="button"
			onClick={onGo}
			className="font-medium text-link before:me-1.5 before:inline-block before:text-faint before:content-['·'/''] hover:underline pointer-coarse:-my-2 pointer-coarse:py-2"
		>
			{children}
		</button>
	);
}

function ChangedBy({ id, at }: { id: string; at: string }) {
	const t = useTranslations("admin");
	const format = useFormatter();
	const { data: person } = useUser(id);
	const date = format.dateTime(new Date(at), { dateStyle: "long" });
	return (
		<>
			{" · "}
			{person ? t.rich("changedBy", { name: person.name, date, b: (name) => <bdi>{name}</bdi> }) : date}
		</>
	);
}

/** A value as one would say it. */
function useValueWords(setting: SettingView): (value: unknown) => string {
	const t = useTranslations("admin");
	const words = useSettingWords();
	return (value) => {
		if (typeof value === "boolean") return t(value ? "valueOn" : "valueOff");
		if (setting.id === PROFILE_FIELDS) {
			const labels = readProfileFields(String(value)).map(({ label }) => label);
			return labels.join(", ") || t("profileFields.none");
		}
		const option = words.options(setting).find((candidate) => candidate.value === value);
		return option?.label || String(asField(setting, value)).replaceAll("\n", ", ") || t("valueEmpty");
	};
}
