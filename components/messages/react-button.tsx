"use client";
import { SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmojiPicker } from "@/components/emoji/emoji-picker";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { reactedWith } from "@/lib/client/reactions";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RunAction } from "./row-actions";

type Props = { message: Message; run: RunAction; onClosed?: () => void; className?: string };

/** Opens all emoji. Picking one never takes a reaction back. */
export function ReactButton({ message, run, onClosed, className }: Props) {
	const me = useMe();
	const t = useTranslations("messages");
	return (
		<Popover
			label={t("reactions.add")}
			align="end"
			{...(onClosed && { onClosed })}
			trigger={
				<IconButton
					data-react
					size="small"
					icon={SmilePlus}
					label={t("reactions.add")}
					{...(className && { className })}
				/>
			}
		>
			{(close) => (
				<EmojiPicker
					onPick={(emoji) => !reactedWith(message, emoji, me.id) && run("toggle", message, { emoji })}
					onClose={close}
				/>
			)}
		</Popover>
	);
}
