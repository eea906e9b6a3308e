/**
 * Where in the window a place of the text stands. A field does not tell it, but the layer that is drawn behind it
 * (`components/ui/growing-text.tsx`) has the same letters at the same places.
 */
export function placeOf(field: HTMLTextAreaElement, offset: number): DOMRect {
	const before = field.value.slice(0, offset).split("\n");
	const line = field.previousElementSibling?.children[before.length - 1];
	let left = before.at(-1)?.length ?? 0;
	const letters = line ? document.createTreeWalker(line, NodeFilter.SHOW_TEXT) : undefined;
	for (let node = letters?.nextNode(); node; node = letters?.nextNode()) {
		const { length } = node.textContent ?? "";
		if (left <= length) return startOf(node, left);
		left -= length;
	}
	return (line ?? field).getBoundingClientRect();
}

/** Browsers scroll to the caret for what is typed, and not for what a script puts in. */
export function revealCaret(field: HTMLTextAreaElement): void {
	// The layer is drawn first.
	requestAnimationFrame(() => {
		const frame = field.parentElement;
		if (!frame || frame.scrollHeight <= frame.clientHeight) return;
		const caret = placeOf(field, field.selectionEnd);
		const { top, bottom } = frame.getBoundingClientRect();
		if (caret.bottom > bottom) frame.scrollTop += caret.bottom - bottom + caret.height / 2;
		else if (caret.top < top) frame.scrollTop -= top - caret.top + caret.height / 2;
	});
}

function startOf(node: Node, offset: number): DOMRect {
	const range = document.createRange();
	range.setStart(node, offset);
	range.collapse(true);
	const [rect] = range.getClientRects();
	return rect ?? range.getBoundingClientRect();
}
