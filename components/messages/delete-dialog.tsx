"use client";
import { useTranslations } from "use-intl";
import { Confirm } from "@/components/ui/confirm";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { deleteMessage } from "@/lib/client/api";
import { catchUpSoon } from "@/lib/client/catch-up";
import type { Message } from "@/lib/shared/schemas/message";
import { saidIn } from "./said-in";

/** Asks before a message is deleted for good. */
export function DeleteDialog({ message, onClose }: { message: Message; onClose: () => void }) {
	const t = useTranslations("messages");
	const sentenceOf = useSentenceOf();
	return (
		<Confirm
			title={t("delete.title")}
			verb={t("delete.confirm")}
			onConfirm={() => deleteMessage(message.id).then(() => catchUpSoon({ rooms: true }))}
			onClose={onClose}
			sentenceOf={sentenceOf}
		>
			{t("delete.text")}
			<blockquote dir="auto" className="written mt-3 max-h-40 overflow-y-auto rounded-md bg-chip px-3 py-2 text-text">
				{message.text || saidIn(message)}
			</blockquote>
		</Confirm>
	);
}
