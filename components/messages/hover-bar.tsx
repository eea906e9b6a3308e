"use client";
import { Bookmark, Ellipsis, MessageSquare, Quote } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { UsedSign, useUsedEmoji } from "@/components/emoji/used-emoji";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { LateMenu, lateActions } from "@/components/ui/menu";
import type { Message } from "@/lib/shared/schemas/message";
import type { MessageActionsProps } from "./message-actions";
import { ReactButton } from "./react-button";
import type { Rights, RunAction } from "./row-actions";

type Props = Rights & { message: Message; run: RunAction; onClosed: (row: Element | null) => void };

export const messageActions = lateActions<MessageActionsProps>(() =>
	import("./message-actions").then((module) => module.MessageActions),
);

const EMOJI_SHOWN = 3;
const SIZE = "h-7 w-7.5";

/** Over the upper edge of its message. */
export function HoverBar({ message, run, onClosed, ...rights }: Props) {
	const t = useTranslations("messages");
	const bar = useRef<HTMLDivElement>(null);
	const used = useUsedEmoji(EMOJI_SHOWN);
	const closed = () => onClosed(bar.current?.closest("[data-message]") ?? null);
	return (
		<div
			ref={bar}
			role="toolbar"
			aria-label={t("actions.title")}
			onKeyDown={moveInside}
			className="absolute end-6 -top-4 in-data-[pane=panel]:end-5 z-(--z-hover) flex gap-0.5 rounded-md bg-raised p-0.5 shadow-bar"
		>
			{rights.mayReact && (
				<>
					{used.map((each) => (
						<button
							key={each.emoji}
							type="button"
							title={t("reactions.with", { emoji: each.emoji })}
							aria-label={t("reactions.with", { emoji: each.emoji })}
							onClick={() => run("toggle", message, { emoji: each.emoji })}
							className={`grid ${SIZE} place-items-center rounded-sm text-base leading-none hover:bg-raised-hover`}
						>
							<UsedSign used={each} />
						</button>
					))}
					<span className="mx-0.5 my-1.25 w-px bg-border-strong" />
					<ReactButton message={message} run={run} onClosed={closed} className={SIZE} />
				</>
			)}
			{rights.mayReply && (
				<IconButton
					size="small"
					icon={MessageSquare}
					label={t("actions.thread")}
					onClick={() => run("thread", message)}
					className={SIZE}
				/>
			)}
			{rights.mayQuote && (
				<IconButton
					size="small"
					icon={Quote}
					label={t("actions.quote")}
					onClick={() => run("quote", message)}
					className={`${SIZE} rtl:[&>svg]:-scale-x-100`}
				/>
			)}
			<IconButton
				size="small"
				icon={Bookmark}
				label={t(rights.saved ? "actions.unsave" : "actions.save")}
				onClick={() => run(rights.saved ? "unsave" : "save", message)}
				className={classNames(SIZE, rights.saved && "[&>svg]:fill-current text-accent")}
			/>
			<LateMenu
				actions={messageActions}
				// Those have their buttons beside the menu.
				of={{ ...rights, mayReply: false, mayQuote: false, message, run }}
				label={t("actions.more")}
				onClosed={closed}
				trigger={(props) => (
					<IconButton size="small" icon={Ellipsis} label={t("actions.more")} {...props} className={SIZE} />
				)}
			/>
		</div>
	);
}

/** ← and →, as in any bar of tools. What it opened elsewhere has its own. */
function moveInside(event: KeyboardEvent<HTMLElement>): void {
	const bar = event.currentTarget;
	if ((event.key !== "ArrowLeft" && event.key !== "ArrowRight") || !bar.contains(event.target as Node)) return;
	const isRtl = getComputedStyle(bar).direction === "rtl";
	const buttons = [...bar.querySelectorAll("button")];
	const by = (event.key === "ArrowRight") === isRtl ? -1 : 1;
	const at = buttons.findIndex((button) => button.matches(":focus"));
	event.preventDefault();
	buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
