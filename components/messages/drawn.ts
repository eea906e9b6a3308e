/** Which rows of those that are held stand in the page: a piece without holes, told by the numbers of its messages. */
import { rowElements, topIn } from "./on-screen";
import type { Row } from "./rows";

export type Drawn = { from: number; to: number };

/** As many as fill a large window; the rest follows when this much is seen. */
const FIRST_ROWS = 30;
const MORE_ROWS = 30;
const END = Number.POSITIVE_INFINITY;

export function drawnAtEnd(rows: Row[]): Drawn {
	return { from: rows.at(-FIRST_ROWS)?.from ?? 0, to: END };
}

export function drawnAround(rows: Row[], id: string): Drawn {
	const index = rows.findIndex((row) => row.id === id);
	if (index < 0 || rows.length - index < FIRST_ROWS / 2) return drawnAtEnd(rows);
	return piece(rows, index - FIRST_ROWS / 2, index + FIRST_ROWS, false);
}

export function rowsIn(rows: Row[], { from, to }: Drawn): Row[] {
	return rows.filter((row) => row.to >= from && row.from <= to);
}

/**
 * The same object when there is nothing more on that side.
 * @param open what comes after the last row that is held belongs to the piece too, as long as that is drawn
 */
export function widened(rows: Row[], drawn: Drawn, side: "before" | "after", open: boolean): Drawn {
	const [first, last] = edges(rows, drawn);
	const more =
		side === "before" ? piece(rows, first - MORE_ROWS, last, open) : piece(rows, first, last + MORE_ROWS, open);
	const same = side === "before" ? more.from === drawn.from || first <= 0 : more.to === drawn.to;
	return same ? drawn : side === "before" ? { ...drawn, from: more.from } : { ...drawn, to: more.to };
}

/** Without what is further than this above or below what is seen, and never without what has the focus. */
export function narrowed(drawn: Drawn, side: "before" | "after", box: HTMLElement, keptPx: number): Drawn {
	const elements = rowElements(box);
	const focused = elements.findIndex((row) => row.contains(document.activeElement));
	if (side === "before") {
		const kept = elements.findIndex((row, index) => index === focused || topIn(box, row) > -keptPx);
		const from = Number(elements[kept]?.dataset.from ?? drawn.from);
		return from === drawn.from ? drawn : { ...drawn, from };
	}
	const kept = elements.findLastIndex((row, index) => index === focused || topIn(box, row) < box.clientHeight + keptPx);
	const to = Number(elements[kept]?.dataset.to ?? drawn.to);
	return to === drawn.to ? drawn : { ...drawn, to };
}

/** Whether the piece reaches to what is held first or last. */
export function reaches(rows: Row[], drawn: Drawn, side: "before" | "after"): boolean {
	const [first, last] = edges(rows, drawn);
	return side === "before" ? first <= 0 : last >= rows.length - 1;
}

function edges(rows: Row[], { from, to }: Drawn): [first: number, last: number] {
	return [rows.findIndex((row) => row.to >= from), rows.findLastIndex((row) => row.from <= to)];
}

function piece(rows: Row[], first: number, last: number, open: boolean): Drawn {
	const end = rows.length - 1;
	return {
		from: rows[Math.max(0, first)]?.from ?? 0,
		to: last >= end && open ? END : (rows[Math.min(last, end)]?.to ?? END),
	};
}
