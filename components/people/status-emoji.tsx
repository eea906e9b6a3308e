"use client";
import { Smile } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmojiPicker } from "@/components/emoji/emoji-picker";
import { Popover } from "@/components/ui/popover";

/** The sign before the words. */
export function StatusEmoji({ emoji, onPick }: { emoji: string; onPick: (emoji: string) => void }) {
	const t = useTranslations("people");
	return (
		<Popover
			label={t("status.emoji")}
			side="bottom"
			align="start"
			trigger={
				<button
					type="button"
					aria-label={emoji ? t("status.emojiIs", { emoji }) : t("status.emoji")}
					className="grid size-8 shrink-0 place-items-center rounded-sm text-faint hover:bg-raised-hover hover:text-text pointer-coarse:size-11"
				>
					{emoji || <Smile size={18} strokeWidth={1.75} aria-hidden />}
				</button>
			}
		>
			{(close) => (
				<EmojiPicker
					plain
					onPick={(picked) => {
						onPick(picked);
						close();
					}}
					onClose={close}
				/>
			)}
		</Popover>
	);
}
