"use client";
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useCallback, useRef, useState } from "react";
import { GrowingText } from "@/components/ui/growing-text";
import { isComposing } from "@/components/ui/is-composing";
import { lateComponent } from "@/components/ui/late-component";
import { useCoarse } from "@/components/ui/use-media";
import { usePreferences } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { applyEdit, writtenIn } from "./apply-edit";
import { revealCaret } from "./caret-place";
import type { CompletionHandle } from "./completion";
import { breakLine, isInFence } from "./format";
import { pasteInto } from "./paste";
import { Preview } from "./preview";
import { shortcutOf } from "./shortcut";

type Props = {
	room: RoomView;
	label: string;
	value: string;
	onChange: (value: string) => void;
	ref?: RefObject<HTMLTextAreaElement | null>;
	/** Enter, or Ctrl and Enter, as the person chose. */
	onSend: () => void;
	onEscape?: () => void;
	/** Files that are pasted. */
	onFiles?: ((files: File[]) => void) | undefined;
	/** ↑ in the empty field. */
	onUp?: () => void;
	/** `/name` at the beginning does something. */
	commands?: boolean;
	placeholder?: string;
	autoFocus?: boolean;
	describedBy?: string | undefined;
	invalid?: boolean;
	className?: string;
};

/** Fetched while nothing else is to be done, or with the first sign that it is for. */
const Completion = lateComponent(
	() => import("./completion").then((module) => module.Completion),
	() => null,
);
export const loadCompletion = Completion.load;

/** What the names that it completes begin with. */
const SIGNS = /[@#:/]/;

/** A place to write a message, wherever that is: Markdown as it is typed, lists of what can be named, and the keys for both. */
export function Editor({ room, ref, onSend, onEscape, onFiles, onUp, commands = false, ...rest }: Props) {
	const { value, onChange, describedBy, invalid, ...shown } = rest;
	const { sendOnEnter } = usePreferences();
	const coarse = useCoarse();
	const field = useRef<HTMLTextAreaElement>(null);
	const [caret, setCaret] = useState<number>();
	const isPlainPaste = useRef(false);
	const completion = useRef<CompletionHandle>(null);

	const attach = useCallback(
		(it: HTMLTextAreaElement | null) => {
			it?.setSelectionRange(it.value.length, it.value.length);
			if (it) revealCaret(it);
			if (ref) ref.current = it;
			field.current = it;
		},
		[ref],
	);

	function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
		const it = event.currentTarget;
		if (isComposing(event) || completion.current?.onKey(event)) return;
		isPlainPaste.current = event.shiftKey && event.key.toLowerCase() === "v";
		const edit = shortcutOf(event, writtenIn(it));
		if (edit) applyEdit(it, edit);
		else if (event.key === "Enter" && !event.altKey) enter(event, it);
		else if (event.key === "Escape" && onEscape) onEscape();
		else if (event.key === "ArrowUp" && onUp && value === "") onUp();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	function enter({ ctrlKey, metaKey, shiftKey }: KeyboardEvent, it: HTMLTextAreaElement) {
		// On the keyboard of a phone there is no other key to break a line with, and the button to send is beside it.
		const sends = ctrlKey || metaKey || (sendOnEnter && !coarse && !shiftKey && !isInFence(writtenIn(it)));
		if (sends) onSend();
		else applyEdit(it, breakLine(writtenIn(it)));
	}

	function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
		const isPlain = isPlainPaste.current;
		isPlainPaste.current = false;
		const { files } = event.clipboardData;
		// A table or a formatted text comes with a picture of itself.
		if (files.length > 0 && onFiles && event.clipboardData.getData("text/plain") === "") {
			event.preventDefault();
			onFiles([...files]);
		} else if (!isPlain) pasteInto(event);
	}

	function followCaret(it: HTMLTextAreaElement | null) {
		setCaret(it && it.selectionStart === it.selectionEnd ? it.selectionStart : undefined);
	}

	return (
		<div className="min-w-0 flex-1 md:relative">
			<GrowingText
				{...shown}
				aria-autocomplete="list"
				aria-haspopup="listbox"
				ref={attach}
				value={value}
				onChange={(written) => {
					followCaret(field.current);
					onChange(written);
				}}
				look={<Preview text={value} />}
				onKeyDown={onKeyDown}
				onPaste={onPaste}
				onSelect={(event) => followCaret(event.currentTarget)}
				onBlur={() => setCaret(undefined)}
				enterKeyHint={coarse ? "enter" : "send"}
				aria-describedby={describedBy}
				aria-invalid={invalid || undefined}
			/>
			{caret !== undefined && SIGNS.test(value) && (
				<Completion handle={completion} field={field} value={value} caret={caret} room={room} commands={commands} />
			)}
		</div>
	);
}
