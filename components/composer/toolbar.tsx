"use client";
import { AtSign, Bold, Code, Italic, Link, List, type LucideIcon, Quote } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { AttachButton } from "@/components/files/attach-button";
import { IconButton } from "@/components/ui/icon-button";
import { applyEdit, insertAtCaret, writtenIn } from "./apply-edit";
import { EmojiButton } from "./emoji-button";
import { type Edit, makeLink, toggleCode, toggleMark, togglePrefix, type Written } from "./format";

type Tool = "bold" | "italic" | "code" | "link" | "list" | "quote";

const tools: [Tool, LucideIcon, (written: Written) => Edit, keys?: string][] = [
	["bold", Bold, (written) => toggleMark(written, "**"), "Control+B Meta+B"],
	["italic", Italic, (written) => toggleMark(written, "_"), "Control+I Meta+I"],
	["code", Code, toggleCode, "Control+E Meta+E"],
	["link", Link, (written) => makeLink(written)],
	["list", List, (written) => togglePrefix(written, "- ")],
	["quote", Quote, (written) => togglePrefix(written, "> ")],
];

type Props = {
	field: RefObject<HTMLTextAreaElement | null>;
	/** Undefined where files cannot be sent. */
	onFiles?: ((files: File[]) => void) | undefined;
};

/** What can be done with what is selected in the field, which keeps the focus. */
export function Toolbar({ field, onFiles }: Props) {
	const t = useTranslations("composer");

	function change(edit: (written: Written) => Edit) {
		if (field.current) applyEdit(field.current, edit(writtenIn(field.current)));
	}

	function mention() {
		const it = field.current;
		if (it) insertAtCaret(it, /\S$/.test(it.value.slice(0, it.selectionStart)) ? " @" : "@");
	}

	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for questions
		<div role="group" aria-label={t("tools.group")} className="flex min-w-0 items-center">
			{onFiles && (
				<>
					<AttachButton onFiles={onFiles} />
					<span aria-hidden className="mx-1.5 h-4.5 w-px bg-border-strong" />
				</>
			)}
			{tools.map(([name, icon, edit, keys]) => (
				<IconButton
					key={name}
					icon={icon}
					label={t(`tools.${name}`)}
					aria-keyshortcuts={keys}
					onMouseDown={(event) => event.preventDefault()}
					onClick={() => change(edit)}
				/>
			))}
			<span aria-hidden className="mx-1.5 h-4.5 w-px bg-border-strong" />
			<EmojiButton field={field} />
			<IconButton
				icon={AtSign}
				label={t("tools.mention")}
				onMouseDown={(event) => event.preventDefault()}
				onClick={mention}
			/>
		</div>
	);
}
