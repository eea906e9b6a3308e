"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { GrowingText } from "@/components/ui/growing-text";
import { editMessage } from "@/lib/client/api";
import { applyMessage } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import type { Message } from "@/lib/shared/schemas/message";

/** In the message's place. Enter saves, Esc leaves it as it was. */
export function EditForm({ message, onDone }: { message: Message; onDone: () => void }) {
	const [text, setText] = useState(message.text);
	const saved = useMutation({
		mutationFn: () => editMessage(message.id, text),
		onSuccess(changed) {
			applyMessage("message:changed", changed);
			onDone();
		},
	});
	const isEmpty = text.trim() === "";
	function save() {
		if (isEmpty) return;
		if (text === message.text) onDone();
		else saved.mutate();
	}
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
			className="my-1 rounded-lg bg-raised ring-1 ring-border-field focus-within:ring-focus"
		>
			<GrowingText
				label="Edit the message"
				value={text}
				autoFocus
				onChange={setText}
				onEnter={save}
				onEscape={onDone}
				className="w-full px-4 pt-2.5"
			/>
			<div className="flex items-center justify-end gap-2 px-2 pb-2">
				{saved.isError && (
					<p role="alert" className="flex-1 ps-2 text-sm text-danger-text">
						{sentenceOf(saved.error)}
					</p>
				)}
				<Button look="plain" size="small" onClick={onDone}>
					Cancel
				</Button>
				<Button type="submit" look="main" size="small" disabled={isEmpty} busy={saved.isPending}>
					Save
				</Button>
			</div>
		</form>
	);
}
