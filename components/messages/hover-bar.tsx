"use client";
import { Copy, Link2, type LucideIcon, Pencil, Trash2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { Message } from "@/lib/shared/schemas/message";
import type { ActionName, Rights, RunAction } from "./row-actions";

type Props = Rights & { message: Message; run: RunAction };

/** Over the upper edge of its message. */
export function HoverBar({ message, run, ...rights }: Props) {
	const t = useTranslations("messages");
	return (
		<div
			role="toolbar"
			aria-label={t("actions.title")}
			onKeyDown={moveInside}
			className="absolute end-6 -top-4 z-(--z-hover) flex gap-0.5 rounded-md bg-raised p-0.5 shadow-bar"
		>
			{actionsFor(rights).map(([name, icon, word]) => (
				<IconButton
					key={name}
					size="small"
					icon={icon}
					label={t(`actions.${word}`)}
					onClick={(event) => run(name, message, event.shiftKey)}
					className="h-7 w-7.5"
				/>
			))}
		</div>
	);
}

type Word = "copyText" | "copyLink" | "edit" | "delete";

export function actionsFor({ mayEdit, mayDelete }: Rights): [ActionName, LucideIcon, Word][] {
	return [
		["copyText", Copy, "copyText"],
		["copyLink", Link2, "copyLink"],
		...(mayEdit ? [["edit", Pencil, "edit"] as [ActionName, LucideIcon, Word]] : []),
		...(mayDelete ? [["remove", Trash2, "delete"] as [ActionName, LucideIcon, Word]] : []),
	];
}

/** ← and →, as in any bar of tools. */
function moveInside(event: KeyboardEvent<HTMLElement>): void {
	if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
	const bar = event.currentTarget;
	const isRtl = getComputedStyle(bar).direction === "rtl";
	const buttons = [...bar.querySelectorAll("button")];
	const by = (event.key === "ArrowRight") === isRtl ? -1 : 1;
	const at = buttons.findIndex((button) => button.matches(":focus"));
	event.preventDefault();
	buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
