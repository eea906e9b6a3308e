"use client";
import { useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { EmojiSign } from "@/components/emoji/emoji-sign";
import { classNames } from "@/components/ui/class-names";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import { LateWhoReacted } from "./late-parts";
import { ReactButton } from "./react-button";
import type { RunAction } from "./row-actions";
import { useHover } from "./use-hover";

type Props = { message: Message; mayReact: boolean; coarse: boolean; run: RunAction };
type Reaction = Message["reactions"][number];

/** Under a message: with what others reacted. Pressing one reacts with the same, or takes it back. */
export function Reactions({ message, mayReact, coarse, run }: Props) {
	const t = useTranslations("messages");
	return (
		<fieldset aria-label={t("reactions.title")} className="mt-1.5 mb-0.5 flex flex-wrap gap-1 pointer-coarse:gap-1.5">
			{message.reactions.map((reaction) => (
				<Chip
					key={reaction.emoji}
					reaction={reaction}
					disabled={!mayReact}
					onPress={() => run("toggle", message, { emoji: reaction.emoji })}
				/>
			))}
			{mayReact && !coarse && (
				<ReactButton
					message={message}
					run={run}
					className="h-6.5! w-auto! rounded-full! px-1.75 text-faint! ring-1 ring-border ring-inset"
				/>
			)}
		</fieldset>
	);
}

function Chip({ reaction: { emoji, userIds }, disabled, onPress }: ChipProps) {
	const me = useMe();
	const t = useTranslations("messages");
	const id = useId();
	const chip = useRef<HTMLButtonElement>(null);
	const { active, leave, handlers } = useHover();
	const isMine = userIds.includes(me.id);
	return (
		<span {...handlers} className="flex">
			<button
				ref={chip}
				type="button"
				aria-pressed={isMine}
				aria-disabled={disabled}
				aria-label={t("reactions.chip", { emoji, count: userIds.length })}
				aria-describedby={active ? id : undefined}
				onClick={() => !disabled && onPress()}
				className={classNames(
					"relative inline-flex h-6.5 items-center gap-1.25 rounded-full px-2 text-xs leading-none font-medium tabular-nums ring-1 ring-inset before:absolute before:inset-x-0 before:-inset-y-2.25 pointer-fine:before:hidden pointer-coarse:min-w-11 pointer-coarse:justify-center",
					isMine
						? "bg-accent-soft text-on-accent-soft ring-accent"
						: "bg-chip text-muted ring-border hover:not-aria-disabled:ring-border-strong",
					disabled && "cursor-default",
				)}
			>
				<span className="text-ui leading-none">
					<EmojiSign emoji={emoji} />
				</span>
				{userIds.length}
			</button>
			{active && chip.current && (
				<LateWhoReacted id={id} anchor={chip.current} onClose={leave} emoji={emoji} userIds={userIds} />
			)}
		</span>
	);
}

type ChipProps = { reaction: Reaction; disabled: boolean; onPress: () => void };
