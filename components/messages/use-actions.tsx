"use client";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { roomPath } from "@/components/frame/navigation";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";
import { copyText } from "@/components/ui/use-copy";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { deleteMessage } from "@/lib/client/api";
import { catchUpSoon } from "@/lib/client/catch-up";
import { deleteLater, deleteNow, undoDeletion } from "@/lib/client/deletions";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RunAction } from "./row-actions";

type Options = { onEdit: (id: string) => void; onOpen: (message: Message) => void };

/** What can be done with a message, the same by pointer, finger and key. `run` stays the same, so that no row is drawn again for it. */
export function useActions({ onEdit, onOpen }: Options): { run: RunAction; dialog: ReactNode } {
	const t = useTranslations("messages");
	const me = useMe();
	const sentenceOf = useSentenceOf();
	const [asking, setAsking] = useState<Message>();

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

	const act: RunAction = (name, message, ask = false) => {
		if (name === "copyText") copy("text", message.text);
		if (name === "copyLink") copy("link", `${location.origin}${roomPath(message.roomId)}?message=${message.id}`);
		if (name === "edit") onEdit(message.id);
		if (name === "open") onOpen(message);
		// What others wrote is not mine to take back: that is asked about.
		if (name === "remove" && (ask || message.author.id !== me.id)) setAsking(message);
		else if (name === "remove") remove(message);
	};

	const latest = useRef(act);
	useLayoutEffect(() => {
		latest.current = act;
	});
	const [run] = useState(() => {
		const runLatest: RunAction = (...given) => latest.current(...given);
		return runLatest;
	});

	return {
		run,
		dialog: asking && (
			<Confirm
				title={t("delete.title")}
				verb={t("delete.confirm")}
				onConfirm={() => deleteMessage(asking.id).then(() => catchUpSoon({ rooms: true }))}
				onClose={() => setAsking(undefined)}
				sentenceOf={sentenceOf}
			>
				{t("delete.text")}
				<blockquote dir="auto" className="written mt-3 max-h-40 overflow-y-auto rounded-md bg-chip px-3 py-2 text-text">
					{asking.text}
				</blockquote>
			</Confirm>
		),
	};
}
