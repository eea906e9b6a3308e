/** Which rows of those that are held stand in the page: a piece without holes, told by the numbers of its messages. */
import { rowElements, topIn } from "./on-screen";
import type { Row } from "./rows";

export type Drawn = { from: number; to: number };

const MORE_ROWS = 30;
const END = Number.POSITIVE_INFINITY;

/** What rows are at least, in pixels: at most as many are drawn at first as fill the window, since each makes opening a room slower. */
const LINE_PX = 22;
const ROW_PX = LINE_PX + 6;
const FIRST_OF_GROUP_PX = LINE_PX + 6;
/** So many letters fill a line that is as wide as lines get, even if they are thin. */
const LETTERS = 140;
/** A longer text is folded. */
const MOST_LINES = 10;

export function drawnAtEnd(rows: Row[], heightPx: number): Drawn {
	return { from: numberOf(rows, filledFrom(rows, rows.length - 1, -1, heightPx)), to: END };
}

/** Wherever in the window the row will stand. */
export function drawnAround(rows: Row[], id: string, heightPx: number): Drawn {
	const index = rows.findIndex((row) => row.id === id);
	const last = filledFrom(rows, index, 1, heightPx);
	if (index < 0 || last === rows.length - 1) return drawnAtEnd(rows, heightPx);
	return piece(rows, filledFrom(rows, index, -1, heightPx), last, false);
}

/** The last row that is needed from this one on, in this direction, for so many pixels. */
function filledFrom(rows: Row[], index: number, step: 1 | -1, heightPx: number): number {
	let left = heightPx;
	let at = index;
	for (let row = rows[at]; row && left > 0; row = rows[at]) {
		left -= leastHeight(row);
		at += step;
	}
	return Math.min(Math.max(at - step, 0), rows.length - 1);
}

function leastHeight({ message, pending, first, notices }: Row): number {
	if (notices) return ROW_PX;
	const text = pending?.text ?? message?.text ?? "";
	const moreLines = Math.min(Math.floor(text.length / LETTERS), MOST_LINES - 1);
	return ROW_PX + (first ? FIRST_OF_GROUP_PX : 0) + moreLines * LINE_PX;
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
		return from === drawn.from || from === END ? drawn : { ...drawn, from };
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
		from: numberOf(rows, Math.max(0, first)),
		to: last >= end && open ? END : (rows[Math.min(last, end)]?.to ?? END),
	};
}

/** What is on its way has no number yet, and gets one after all that are there: from that one on it is drawn when it has arrived. */
function numberOf(rows: Row[], index: number): number {
	const from = rows[index]?.from ?? 0;
	return from === END ? (rows.findLast(({ to }) => to !== END)?.to ?? -1) + 1 : from;
}
