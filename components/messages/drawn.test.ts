import { expect, test } from "vitest";
import { drawnAround, drawnAtEnd, reaches, rowsIn, widened } from "./drawn";
import type { Row } from "./rows";

const rows = Array.from({ length: 200 }, (_, at) => ({ id: `m${at + 1}`, from: at + 1, to: at + 1 }) as Row);
const seqs = (shown: Row[]) => [shown[0]?.from, shown.at(-1)?.to];

test("the end is drawn with what comes after it, and not with what is loaded before", () => {
	const drawn = drawnAtEnd(rows);
	const later = [...rows, { id: "m201", from: 201, to: 201 } as Row];
	expect(seqs(rowsIn(later, drawn))).toEqual([171, 201]);
	const older = [{ id: "m0", from: 0, to: 0 } as Row, ...rows];
	expect(seqs(rowsIn(older, drawn))).toEqual([171, 200]);
	expect(reaches(rows, drawn, "after")).toBe(true);
	expect(reaches(rows, drawn, "before")).toBe(false);
});

test("a message somewhere is drawn with those around it, and more on each side until there are none", () => {
	let drawn = drawnAround(rows, "m100");
	expect(seqs(rowsIn(rows, drawn))).toEqual([85, 130]);
	for (const side of ["before", "after"] as const) {
		while (!reaches(rows, drawn, side)) drawn = widened(rows, drawn, side, true);
		expect(widened(rows, drawn, side, true)).toBe(drawn);
	}
	expect(rowsIn(rows, drawn)).toHaveLength(200);
});

test("what is written after the newest message is drawn only where nothing is missing before it", () => {
	const pending = { id: "p", from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY } as Row;
	const all = widened(rows, widened(rows, drawnAround(rows, "m170"), "after", false), "after", false);
	expect(rowsIn([...rows, pending], all)).not.toContain(pending);
	expect(rowsIn([...rows, pending], widened(rows, all, "after", true))).toContain(pending);
});
