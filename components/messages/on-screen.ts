/** Where the rows of the list stand on the screen. A row says which messages it holds: `data-row`, `data-from`, `data-to`. */

/** A row and how far its upper edge is below that of the list, in pixels. */
export type Standing = { id: string; top: number };
/** The numbers of the first and last message that are seen. */
export type Span = { from: number; to: number };

/** A row counts as seen when this much of it is, or its end. */
const ENOUGH_PX = 60;

export function rowElements(box: HTMLElement): HTMLElement[] {
	return [...box.querySelectorAll<HTMLElement>("[data-row]")];
}

export function rowElement(box: HTMLElement, id: string): HTMLElement | null {
	return box.querySelector(`[data-row="${CSS.escape(id)}"]`);
}

export function topIn(box: HTMLElement, row: HTMLElement): number {
	return row.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

/** Those that are seen: whole ones first, as a row that is cut at the upper edge may grow where nobody sees it. */
export function standings(box: HTMLElement): Standing[] {
	const seen = visible(box).map(({ row, top }) => ({ id: row.dataset.row ?? "", top }));
	const [first, ...rest] = seen;
	return first && first.top < 0 ? [...rest, first] : seen;
}

export function seenSpan(box: HTMLElement): Span | undefined {
	const height = box.clientHeight;
	const seen = visible(box).filter(({ top, bottom }) => bottom <= height + 1 || top < height - ENOUGH_PX);
	const [first, last] = [seen[0], seen.at(-1)];
	return first && last && { from: Number(first.row.dataset.from), to: Number(last.row.dataset.to) };
}

/** How many pixels are drawn above and below what is seen. */
export function around(box: HTMLElement, content: HTMLElement): { above: number; below: number } {
	const [outer, inner] = [box.getBoundingClientRect(), content.getBoundingClientRect()];
	return { above: outer.top - inner.top, below: inner.bottom - outer.bottom };
}

function visible(box: HTMLElement): { row: HTMLElement; top: number; bottom: number }[] {
	const { top: start, height } = box.getBoundingClientRect();
	const found = [];
	for (const row of rowElements(box)) {
		const { top, bottom } = row.getBoundingClientRect();
		if (top - start >= height) break;
		if (bottom > start) found.push({ row, top: top - start, bottom: bottom - start });
	}
	return found;
}
