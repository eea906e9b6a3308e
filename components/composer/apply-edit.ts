import { revealCaret } from "./caret-place";
import type { Edit, Written } from "./format";

export function writtenIn(field: HTMLTextAreaElement): Written {
	return { text: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/**
 * As if it had been typed, so that the browser's own undo takes it back. `execCommand` is old and nothing else can do that; where
 * it is refused, the text changes all the same.
 */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
	field.focus();
	field.setSelectionRange(from, to);
	const isDone =
		insert === "" ? from === to || document.execCommand("delete") : document.execCommand("insertText", false, insert);
	if (!isDone) {
		field.setRangeText(insert, from, to, "end");
		field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: insert }));
	}
	field.setSelectionRange(...select);
	revealCaret(field);
}

/** At the caret, in place of what is selected. */
export function insertAtCaret(field: HTMLTextAreaElement, insert: string): void {
	const { selectionStart: from, selectionEnd: to } = field;
	applyEdit(field, { from, to, insert, select: [from + insert.length, from + insert.length] });
}
