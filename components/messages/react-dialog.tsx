"use client";
import { useTranslations } from "use-intl";
import { EmojiPicker } from "@/components/emoji/emoji-picker";
import { Dialog } from "@/components/ui/dialog";

type Props = { onPick: (emoji: string) => void; onClose: () => void };

/** All emoji, for who reacts by a key or a finger. */
export function ReactDialog({ onPick, onClose }: Props) {
	const t = useTranslations("messages");
	return (
		<Dialog sheet title={t("reactions.add")} onClose={onClose}>
			<EmojiPicker onPick={onPick} onClose={onClose} />
		</Dialog>
	);
}
