"use client";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Editor } from "@/components/composer/editor";
import { Button } from "@/components/ui/button";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { editMessage } from "@/lib/client/api";
import { applyMessage } from "@/lib/client/cache";
import { useMyRoom, useServerInfo } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";

/** In the message's place. Sending saves, Esc leaves it as it was. */
export function EditForm({ message, onDone }: { message: Message; onDone: () => void }) {
	const t = useTranslations("composer");
	const common = useTranslations("common");
	const sentenceOf = useSentenceOf();
	const faultId = useId();
	const room = useMyRoom(message.roomId);
	const { limits } = useServerInfo();
	const [text, setText] = useState(message.text);
	const saved = useMutation({
		mutationFn: () => editMessage(message.id, text),
		onSuccess(changed) {
			applyMessage("message:changed", changed);
			onDone();
		},
	});
	const over = text.length - limits.messageLength;
	const isSavable = (text.trim() !== "" || message.files.length > 0 || message.quote !== null) && over <= 0;
	const fault = over > 0 ? t("tooLong", { count: over }) : saved.isError ? sentenceOf(saved.error) : undefined;
	function save() {
		if (!isSavable || saved.isPending) return;
		if (text === message.text) onDone();
		else saved.mutate();
	}
	if (!room) return null;
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
			className="relative my-1 rounded-lg bg-raised ring-1 ring-border-field focus-within:ring-focus"
		>
			<Editor
				room={room}
				label={t("edit")}
				value={text}
				autoFocus
				onChange={setText}
				onSend={save}
				onEscape={onDone}
				invalid={fault !== undefined}
				describedBy={fault && faultId}
				className="w-full px-4 pt-2.5 pb-1"
			/>
			<div className="flex flex-wrap items-center justify-end gap-2 px-2 pb-2">
				{fault && (
					<p id={faultId} role="alert" className="min-w-0 flex-1 ps-2 text-sm text-danger-text">
						{fault}
					</p>
				)}
				<Button look="plain" size="small" onClick={onDone}>
					{common("cancel")}
				</Button>
				<Button type="submit" look="main" size="small" disabled={!isSavable} busy={saved.isPending}>
					{t("save")}
				</Button>
			</div>
		</form>
	);
}
