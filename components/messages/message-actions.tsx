"use client";
import { Check, Copy, Link2, type LucideIcon, Pencil, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { roomPath } from "@/components/frame/navigation";
import { classNames } from "@/components/ui/class-names";
import { Confirm } from "@/components/ui/confirm";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { deleteMessage } from "@/lib/client/api";
import { catchUpSoon } from "@/lib/client/catch-up";
import type { Message } from "@/lib/shared/schemas/message";

export type Actions = {
	copy: () => void;
	link: () => void;
	/** Which of the two was just done. */
	copied: string | undefined;
	edit?: () => void;
	remove?: () => void;
	/** The question that one of them asks. */
	dialog: ReactNode;
};

/** What I may do with a message: judged in the list, once for all rows. */
export type Rights = { mayEdit: boolean; mayDelete: boolean };

export function useActions(message: Message | undefined, rights: Rights, onEdit: (id: string) => void): Actions {
	const [asking, setAsking] = useState(false);
	const { copied, copy } = useCopy();
	const t = useTranslations("messages");
	const sentenceOf = useSentenceOf();
	const { id = "", roomId = "", text = "" } = message ?? {};
	return {
		copied,
		copy: () => copy("text", text),
		link: () => copy("link", `${location.origin}${roomPath(roomId)}?message=${id}`),
		...(rights.mayEdit ? { edit: () => onEdit(id) } : {}),
		...(rights.mayDelete ? { remove: () => setAsking(true) } : {}),
		dialog: asking && message && (
			<Confirm
				title={t("delete.title")}
				verb={t("delete.confirm")}
				onConfirm={() => deleteMessage(message.id).then(() => catchUpSoon({ rooms: true }))}
				onClose={() => setAsking(false)}
				sentenceOf={sentenceOf}
			>
				{t("delete.text")}
				<blockquote dir="auto" className="written mt-3 max-h-40 overflow-y-auto rounded-md bg-chip px-3 py-2 text-text">
					{text}
				</blockquote>
			</Confirm>
		),
	};
}

export function HoverBar({ actions: { copied, copy, link, edit, remove } }: { actions: Actions }) {
	const t = useTranslations("messages");
	const style = "h-7 w-7.5";
	return (
		<div
			role="toolbar"
			aria-label={t("actions.title")}
			className="absolute end-6 -top-4 z-(--z-hover) flex gap-0.5 rounded-md bg-raised p-0.5 shadow-bar"
		>
			<IconButton
				size="small"
				icon={copied === "text" ? Check : Copy}
				label={t("actions.copyText")}
				onClick={copy}
				className={style}
			/>
			<IconButton
				size="small"
				icon={copied === "link" ? Check : Link2}
				label={t("actions.copyLink")}
				onClick={link}
				className={style}
			/>
			<span role="status" className="sr-only">
				{(copied === "text" || copied === "link") && t(`copied.${copied}`)}
			</span>
			{edit && <IconButton size="small" icon={Pencil} label={t("actions.edit")} onClick={edit} className={style} />}
			{remove && (
				<IconButton size="small" icon={Trash2} label={t("actions.delete")} onClick={remove} className={style} />
			)}
		</div>
	);
}

/** The same for fingers. */
export function SheetActions({ actions, close }: { actions: Actions; close: () => void }) {
	const t = useTranslations("messages");
	const rows: [LucideIcon, string, (() => void) | undefined, boolean?][] = [
		[Copy, t("actions.copyText"), actions.copy],
		[Link2, t("actions.copyLink"), actions.link],
		[Pencil, t("actions.edit"), actions.edit],
		[Trash2, t("actions.delete"), actions.remove, true],
	];
	return rows.map(
		([Icon, label, run, danger]) =>
			run && (
				<button
					key={label}
					type="button"
					onClick={() => {
						close();
						run();
					}}
					className={classNames(
						"flex min-h-12 w-full items-center gap-3.5 rounded-sm text-start",
						danger && "text-danger-text",
					)}
				>
					<Icon size={20} strokeWidth={1.75} aria-hidden />
					{label}
				</button>
			),
	);
}
