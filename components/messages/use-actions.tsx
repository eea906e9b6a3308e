"use client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { countEmoji } from "@/components/emoji/used";
import { messagePath, openThread } from "@/components/frame/navigation";
import { toast } from "@/components/ui/toast";
import { copyText } from "@/components/ui/use-copy";
import { useSame } from "@/components/ui/use-same";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { pinMessage, removePreview, unpinMessage } from "@/lib/client/api";
import { applyMessage } from "@/lib/client/cache";
import { deleteLater, deleteNow, undoDeletion } from "@/lib/client/deletions";
import { reactedWith, setReaction } from "@/lib/client/reactions";
import { markUnread } from "@/lib/client/read-marks";
import { setSaved } from "@/lib/client/saved";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import {
	LateDeleteDialog,
	LateForwardDialog,
	LateReactDialog,
	LateReactionsDialog,
	LateVersionsDialog,
	LateWhyDialog,
} from "./late-parts";
import type { RunAction } from "./row-actions";

type Options = {
	onEdit: (id: string) => void;
	onOpen: (message: Message) => void;
	onQuote: (message: Message) => void;
};

/** What lies over the page for a message: whether to delete it, all emoji, who reacted, where to forward it, what it said before, why it alerted me. */
type Over = { name: "remove" | "react" | "reactions" | "forward" | "versions" | "why"; message: Message };

/** What can be done with a message, the same by pointer, finger and key. `run` stays the same, so that no row is drawn again for it. */
export function useActions({ onEdit, onOpen, onQuote }: Options): { run: RunAction; dialog: ReactNode } {
	const t = useTranslations("messages");
	const me = useMe();
	const sentenceOf = useSentenceOf();
	const [over, setOver] = useState<Over>();
	const close = () => setOver(undefined);

	const copy = (what: "text" | "link", text: string) =>
		void copyText(text).then(() => toast({ text: t(`copied.${what}`) }));

	const refused = (id: string) => (error: unknown) => {
		const again = { label: t("delete.again"), run: () => void deleteNow(id, refused(id)) };
		toast({ text: t("delete.refused", { reason: sentenceOf(error) }), tone: "danger", action: again });
	};

	function remove(message: Message): void {
		const { id } = message;
		const close = toast({
			text: t("delete.done"),
			action: { label: t("delete.undo"), run: () => undoDeletion(id) },
			onGone: () => void deleteNow(id),
		});
		deleteLater(message, { onSent: close, onRefused: refused(id) });
	}

	async function react(message: Message, emoji: string, on: boolean): Promise<void> {
		try {
			await setReaction(message.id, emoji, on);
		} catch (error) {
			const again = { label: t("delete.again"), run: () => void react(message, emoji, on) };
			toast({ text: t("reactions.refused", { reason: sentenceOf(error) }), tone: "danger", action: again });
		}
	}

	/** Kept at hand: says that it is, or why it is not. */
	async function keep(what: () => Promise<void>, name: "save" | "unsave" | "pin" | "unpin" | "unread"): Promise<void> {
		try {
			await what();
			toast({ text: t(`kept.${name}`) });
		} catch (error) {
			toast({ text: sentenceOf(error), tone: "danger" });
		}
	}

	async function removePreviews({ id, previews }: Message, previewId: string | undefined): Promise<void> {
		const gone = previews.filter((preview) => previewId === undefined || preview.id === previewId);
		try {
			for (const preview of gone) applyMessage("message:changed", await removePreview(id, preview.id));
		} catch (error) {
			toast({ text: t("preview.refused", { reason: sentenceOf(error) }), tone: "danger" });
		}
	}

	function toggle(message: Message, emoji: string): void {
		const on = !reactedWith(message, emoji, me.id);
		if (on) countEmoji(emoji);
		void react(message, emoji, on);
	}

	const run = useSame<Parameters<RunAction>, void>((name, message, { ask = false, emoji, previewId } = {}) => {
		if (name === "toggle" && emoji) toggle(message, emoji);
		if (name === "react" || name === "reactions" || name === "forward" || name === "versions" || name === "why")
			setOver({ name, message });
		if (name === "save" || name === "unsave") void keep(() => setSaved(message.id, name === "save"), name);
		if (name === "pin" || name === "unpin") void keep(() => pin(message.id, name === "pin"), name);
		if (name === "unread") void keep(() => markUnread(message.roomId, message.seq ?? 0), name);
		if (name === "copyText") copy("text", message.text);
		if (name === "copyLink") copy("link", location.origin + messagePath(message));
		if (name === "thread") openThread(message.threadId ?? message.id);
		if (name === "removePreviews") void removePreviews(message, previewId);
		if (name === "quote") onQuote(message);
		if (name === "edit") onEdit(message.id);
		if (name === "open") onOpen(message);
		// What others wrote is not mine to take back: that is asked about.
		if (name === "remove" && (ask || message.author.id !== me.id)) setOver({ name, message });
		else if (name === "remove") remove(message);
	});

	function dialogFor({ name, message }: Over): ReactNode {
		if (name === "reactions") return <LateReactionsDialog message={message} onClose={close} />;
		if (name === "versions") return <LateVersionsDialog message={message} onClose={close} />;
		if (name === "forward") return <LateForwardDialog message={message} onClose={close} />;
		if (name === "why") return <LateWhyDialog message={message} onClose={close} />;
		if (name === "react")
			return (
				<LateReactDialog
					onPick={(emoji) => !reactedWith(message, emoji, me.id) && void react(message, emoji, true)}
					onClose={close}
				/>
			);
		return <LateDeleteDialog message={message} onClose={close} />;
	}

	return { run, dialog: over && dialogFor(over) };
}

async function pin(id: string, pinned: boolean): Promise<void> {
	applyMessage("message:changed", await (pinned ? pinMessage(id) : unpinMessage(id)));
}
