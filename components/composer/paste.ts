import type { ClipboardEvent } from "react";
import { applyEdit, insertAtCaret, writtenIn } from "./apply-edit";
import { isAddress, isInFence, makeLink } from "./format";
import type { Pasted } from "./paste-markdown";

/** Cheap signs that what is pasted is more than words; what reads it is fetched only then. */
const MORE_THAN_WORDS = /<(?:table|pre|code|b|strong|i|em|s|del|strike|a|ul|ol|h[1-6]|blockquote)\b/i;

/**
 * Words go in as the browser does it. What has a form (a table, code, formatted text) goes in as words first and as Markdown right
 * after: one undo gives the words.
 */
export function pasteInto(event: ClipboardEvent<HTMLTextAreaElement>): void {
	const field = event.currentTarget;
	const text = event.clipboardData.getData("text/plain").replaceAll("\r\n", "\n");
	const written = writtenIn(field);
	if (text === "" || isInFence(written)) return;
	if (isAddress(text)) {
		if (written.start === written.end || written.text.slice(written.start, written.end).includes("\n")) return;
		event.preventDefault();
		return applyEdit(field, makeLink(written, text.trim()));
	}
	const pasted: Pasted = {
		text,
		html: event.clipboardData.getData("text/html"),
		editor: event.clipboardData.getData("vscode-editor-data"),
	};
	if (!MORE_THAN_WORDS.test(pasted.html) && !text.includes("\n") && !text.includes("\t")) return;
	event.preventDefault();
	const from = written.start;
	insertAtCaret(field, text);
	void formed(field, from, pasted);
}

async function formed(field: HTMLTextAreaElement, from: number, pasted: Pasted): Promise<void> {
	const { markdownOf } = await import("./paste-markdown").catch(() => ({ markdownOf: undefined }));
	const insert = markdownOf?.(pasted);
	const to = from + pasted.text.length;
	// Nothing to better, or he has gone on writing.
	if (insert === undefined || insert === pasted.text || field.value.slice(from, to) !== pasted.text) return;
	const before = insert.includes("\n") && from > 0 && field.value[from - 1] !== "\n" ? "\n" : "";
	const end = from + before.length + insert.length;
	applyEdit(field, { from, to, insert: before + insert, select: [end, end] });
}
