"use client";
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { MAX_PROFILE_FIELDS } from "@/lib/shared/limits";
import { readProfileFields, writeProfileFields } from "@/lib/shared/profile-fields";
import type { ProfileField } from "@/lib/shared/schemas/profile-field";
import type { SettingView } from "@/lib/shared/schemas/server";
import { useDrafts } from "./drafts";
import { ProfileFieldDialog } from "./profile-field-dialog";

type Props = { setting: SettingView; text: string; labelledBy: string };

/** The fields of profiles as a list; what is written is the setting's JSON. */
export function ProfileFieldsEditor({ setting, text, labelledBy }: Props) {
	const t = useTranslations("admin");
	const { draft } = useDrafts();
	const list = useRef<HTMLOListElement>(null);
	/** The name of one, or that one is made. */
	const [edited, setEdited] = useState<{ name: string | undefined }>();
	const fields = readProfileFields(text);
	const write = (changed: ProfileField[]) => draft(setting, writeProfileFields(changed));
	const editedField = fields.find(({ name }) => name === edited?.name);
	const place = editedField ? fields.indexOf(editedField) : fields.length;

	function move(from: number, to: number) {
		const others = fields.filter((_, index) => index !== from);
		flushSync(() => write([...others.slice(0, to), ...fields.slice(from, from + 1), ...others.slice(to)]));
		// A node that is moved loses the focus, and at the end there is no further in this direction.
		const [up, down] = list.current?.children[to]?.querySelectorAll("button") ?? [];
		const wanted = to < from ? [up, down] : [down, up];
		wanted.find((button) => button && !button.disabled)?.focus();
	}

	return (
		<fieldset aria-labelledby={labelledBy} className="min-w-0">
			<ol ref={list} className="grid grid-cols-1 gap-1.5 not-empty:mb-2.5">
				{fields.map((field, index) => (
					<Row
						key={field.name}
						field={field}
						isLocked={setting.locked}
						onEdit={() => setEdited({ name: field.name })}
						onUp={index > 0 ? () => move(index, index - 1) : undefined}
						onDown={index < fields.length - 1 ? () => move(index, index + 1) : undefined}
						onRemove={() => write(fields.filter((other) => other !== field))}
					/>
				))}
			</ol>
			{!setting.locked && fields.length < MAX_PROFILE_FIELDS && (
				<Button size="small" onClick={() => setEdited({ name: undefined })}>
					<Plus size={16} aria-hidden />
					{t("profileFields.add")}
				</Button>
			)}
			{edited && (
				<Outside>
					<ProfileFieldDialog
						field={editedField}
						taken={fields.map(({ name }) => name).filter((name) => name !== editedField?.name)}
						onDone={(field) => write([...fields.slice(0, place), field, ...fields.slice(place + 1)])}
						onClose={() => setEdited(undefined)}
					/>
				</Outside>
			)}
		</fieldset>
	);
}

/** The page's own form is above: one within the other would send both. */
function Outside({ children }: { children: ReactNode }) {
	return createPortal(<div onSubmit={(event) => event.stopPropagation()}>{children}</div>, document.body);
}

type RowProps = {
	field: ProfileField;
	isLocked: boolean;
	onEdit: () => void;
	onUp: (() => void) | undefined;
	onDown: (() => void) | undefined;
	onRemove: () => void;
};

function Row({ field, isLocked, onEdit, onUp, onDown, onRemove }: RowProps) {
	const t = useTranslations("admin");
	const { label, type, required, editable } = field;
	const about = [
		t(`profileFields.types.${type}`),
		required && t("profileFields.isRequired"),
		!field.public && t("profileFields.isHidden"),
		!editable && t("profileFields.isFixed"),
	].filter(Boolean);
	return (
		<li
			ref={focusStays}
			className="flex items-center gap-0.5 rounded-md bg-raised py-1.5 ps-3 pe-1.5 ring-1 ring-border ring-inset"
		>
			<span className="min-w-0 flex-1">
				<span dir="auto" title={label} className="cut block text-ui font-medium">
					{label}
				</span>
				<span className="cut block text-sm text-muted">{about.join(" · ")}</span>
			</span>
			{!isLocked && (
				<>
					<IconButton
						size="small"
						icon={ArrowUp}
						label={t("profileFields.up", { label })}
						disabled={!onUp}
						onClick={onUp}
					/>
					<IconButton
						size="small"
						icon={ArrowDown}
						label={t("profileFields.down", { label })}
						disabled={!onDown}
						onClick={onDown}
					/>
					<IconButton size="small" icon={Pencil} label={t("profileFields.edit", { label })} onClick={onEdit} />
					<IconButton size="small" icon={Trash2} label={t("profileFields.remove", { label })} onClick={onRemove} />
				</>
			)}
		</li>
	);
}
