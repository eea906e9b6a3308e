"use client";
import { Smile } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { EmojiPicker } from "@/components/emoji/emoji-picker";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { insertAtCaret } from "./apply-edit";

export function EmojiButton({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
	const t = useTranslations("composer");

	function pick(emoji: string, close: () => void) {
		close();
		// The focus goes back to the button first, and from there on to where one writes.
		setTimeout(() => field.current && insertAtCaret(field.current, emoji));
	}

	return (
		<Popover
			label={t("tools.emoji")}
			align="start"
			trigger={<IconButton icon={Smile} label={t("tools.emoji")} className="max-md:[&>svg]:size-5" />}
		>
			{(close) => <EmojiPicker onPick={(emoji) => pick(emoji, close)} onClose={close} />}
		</Popover>
	);
}
