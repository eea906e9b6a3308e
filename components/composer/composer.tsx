"use client";
import { SendHorizontal } from "lucide-react";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { GrowingText } from "@/components/ui/growing-text";
import { useCoarse } from "@/components/ui/use-media";
import { draftSent, keepDraft, useDraft } from "@/lib/client/drafts";
import { outbox } from "@/lib/client/outbox";
import { useServerInfo } from "@/lib/client/session";
import { sayTyping, typingEnded } from "@/lib/client/typing";
import type { RoomView } from "@/lib/shared/schemas/room";

type Props = {
	room: RoomView;
	onSent: () => void;
	onEditLast: () => void;
	/** A message is being changed in the list, where the focus is. */
	editing: boolean;
};

/** Shown when only this part of the longest message is left. */
const NEARLY_FULL = 0.9;

export function Composer({ room, onSent, onEditLast, editing }: Props) {
	const { limits } = useServerInfo();
	const coarse = useCoarse();
	const field = useRef<HTMLTextAreaElement>(null);
	const text = useDraft(room.id);
	const isTooLong = text.length > limits.messageLength;
	const isSendable = text.trim() !== "" && !isTooLong;

	// The keyboard of a phone would cover what one came to read.
	useEffect(() => {
		if (!coarse && !editing) field.current?.focus({ preventScroll: true });
	}, [coarse, editing]);

	function change(value: string) {
		keepDraft(room.id, value);
		if (value.trim() !== "") sayTyping(room.id);
	}

	function send() {
		if (!isSendable) return;
		void draftSent(room.id, outbox().add(room.id, text));
		typingEnded(room.id);
		onSent();
	}

	return (
		<form
			aria-label={`Write to ${room.displayName}`}
			onSubmit={(event) => {
				event.preventDefault();
				send();
				field.current?.focus();
			}}
			className="mx-6 flex shrink-0 items-end rounded-lg bg-raised ring-1 ring-border-field focus-within:shadow-[0_0_0_4px_color-mix(in_srgb,var(--focus)_16%,transparent)] focus-within:ring-focus max-md:mx-2.5"
		>
			<GrowingText
				ref={field}
				label={`Message ${room.displayName}`}
				placeholder={`Message ${room.kind === "direct" ? room.displayName : `#${room.displayName}`}`}
				value={text}
				onChange={change}
				onEnter={send}
				onUp={onEditLast}
				className="min-w-0 flex-1 py-3 ps-4 placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap"
			/>
			{text.length > limits.messageLength * NEARLY_FULL && (
				<span
					role="status"
					className={classNames(
						"py-3.5 text-xs tabular-nums",
						isTooLong ? "font-semibold text-danger-text" : "text-faint",
					)}
				>
					{limits.messageLength - text.length}
					<span className="sr-only"> characters left</span>
				</span>
			)}
			<button
				type="submit"
				aria-label="Send"
				title="Send"
				disabled={!isSendable}
				className="m-1.5 grid h-8.5 w-9 shrink-0 place-items-center rounded-md bg-accent text-on-accent not-disabled:hover:bg-accent-hover disabled:bg-chip disabled:text-faint pointer-coarse:h-11 pointer-coarse:w-11 pointer-coarse:m-1"
			>
				<SendHorizontal size={18} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
			</button>
		</form>
	);
}
