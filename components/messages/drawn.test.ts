import { expect, test } from "vitest";
import { drawnAround, drawnAtEnd, reaches, rowsIn, widened } from "./drawn";
import type { Row } from "./rows";

const rows = Array.from({ length: 200 }, (_, at) => ({ id: `m${at + 1}`, from: at + 1, to: at + 1 }) as Row);
const TEN_LINES_PX = 280;
const seqs = (shown: Row[]) => [shown[0]?.from, shown.at(-1)?.to];

test("the end is drawn with what comes after it, and not with what is loaded before", () => {
	const drawn = drawnAtEnd(rows, TEN_LINES_PX);
	const later = [...rows, { id: "m201", from: 201, to: 201 } as Row];
	expect(seqs(rowsIn(later, drawn))).toEqual([191, 201]);
	const older = [{ id: "m0", from: 0, to: 0 } as Row, ...rows];
	expect(seqs(rowsIn(older, drawn))).toEqual([191, 200]);
	expect(reaches(rows, drawn, "after")).toBe(true);
	expect(reaches(rows, drawn, "before")).toBe(false);
});

test("rows that begin a group or are long fill the window sooner, however long a folded one is", () => {
	const filled = (more: Partial<Row>) =>
		rowsIn(
			rows,
			drawnAtEnd(
				rows.map((row) => ({ ...row, ...more })),
				600,
			),
		).length;
	const text = (length: number) => ({ message: { text: "m".repeat(length) } }) as Partial<Row>;
	expect(filled({})).toBe(22);
	expect(filled({ first: true })).toBe(11);
	expect(filled(text(300))).toBe(9);
	expect(filled(text(5_000))).toBe(3);
	expect(filled(text(50_000))).toBe(3);
});

test("near the newest message the rows before it fill what those after it leave", () => {
	expect(seqs(rowsIn(rows, drawnAround(rows, "m198", TEN_LINES_PX)))).toEqual([191, 200]);
	expect(seqs(rowsIn(rows, drawnAround(rows, "m2", TEN_LINES_PX)))).toEqual([1, 11]);
});

test("a message somewhere is drawn with those around it, and more on each side until there are none", () => {
	let drawn = drawnAround(rows, "m100", TEN_LINES_PX);
	expect(seqs(rowsIn(rows, drawn))).toEqual([91, 109]);
	for (const side of ["before", "after"] as const) {
		while (!reaches(rows, drawn, side)) drawn = widened(rows, drawn, side, true);
		expect(widened(rows, drawn, side, true)).toBe(drawn);
	}
	expect(rowsIn(rows, drawn)).toHaveLength(200);
});

test("what is written after the newest message is drawn only where nothing is missing before it", () => {
	const pending = { id: "p", from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY } as Row;
	const all = widened(rows, widened(rows, drawnAround(rows, "m170", TEN_LINES_PX), "after", false), "after", false);
	expect(rowsIn([...rows, pending], all)).not.toContain(pending);
	expect(rowsIn([...rows, pending], widened(rows, all, "after", true))).toContain(pending);
});

test("what was on its way when the list was opened is drawn when it has arrived", () => {
	const pending = (id: string) => ({ id, from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY }) as Row;
	const first = drawnAtEnd([pending("p")], TEN_LINES_PX);
	expect(rowsIn([pending("p")], first)).toHaveLength(1);
	expect(seqs(rowsIn([{ id: "p", from: 1, to: 1 } as Row], first))).toEqual([1, 1]);

	const many = Array.from({ length: 30 }, (_, at) => pending(`p${at}`));
	const drawn = drawnAtEnd([...rows, ...many], TEN_LINES_PX);
	expect(rowsIn([...rows, { id: "p0", from: 201, to: 201 } as Row, ...many.slice(1)], drawn)[0]?.id).toBe("p0");
});
