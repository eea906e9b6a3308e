/**
 * Where in the window a place of the text stands, from the left in pixels. A field does not tell it, but the layer that is drawn
 * behind it (`components/ui/growing-text.tsx`) has the same letters at the same places.
 */
export function placeOf(field: HTMLTextAreaElement, offset: number): number {
	const before = field.value.slice(0, offset).split("\n");
	const line = field.previousElementSibling?.children[before.length - 1];
	let left = before.at(-1)?.length ?? 0;
	const letters = line ? document.createTreeWalker(line, NodeFilter.SHOW_TEXT) : undefined;
	for (let node = letters?.nextNode(); node; node = letters?.nextNode()) {
		const { length } = node.textContent ?? "";
		if (left <= length) return startOf(node, left);
		left -= length;
	}
	return field.getBoundingClientRect().left;
}

function startOf(node: Node, offset: number): number {
	const range = document.createRange();
	range.setStart(node, offset);
	range.collapse(true);
	const [rect] = range.getClientRects();
	return (rect ?? range.getBoundingClientRect()).left;
}
