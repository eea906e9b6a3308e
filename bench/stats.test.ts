import { expect, test } from "vitest";
import { median, percentile, round } from "./stats.ts";
import { type Limit, limitHolds, type Row, table } from "./table.ts";

test("a percentile is a value that was measured, whatever the order", () => {
	const values = Array.from({ length: 100 }, (_, i) => 100 - i);
	expect(median(values)).toBe(51);
	expect(percentile(values, 0.99)).toBe(100);
	expect(percentile([7], 0.99)).toBe(7);
	expect(percentile([], 0.99)).toBeNaN();
});

test("figures are shown as exactly as they are known", () => {
	expect([round(0.1234), round(0), round(12.34), round(1234.5)]).toEqual([0.123, 0, 12.3, 1235]);
});

test("a limit is a least or a most, and a row without one is never missed", () => {
	const holds = (value: number, limit?: Limit) => limitHolds(value, limit);
	expect(holds(300, { least: 280 })).toBe(true);
	expect(holds(300, { least: 301 })).toBe(false);
	expect(holds(300, { most: 135 })).toBe(false);
	expect(holds(300)).toBe(true);
});

test("what was not measured holds no limit", () => {
	expect(limitHolds(Number.NaN, { most: 135 })).toBe(false);
	expect(limitHolds(Number.NaN, { least: 280 })).toBe(false);
});

test("a row tells the ratio to the raw limit, the gate, the aim and what came of them", () => {
	const row: Row = { workload: "W1", figure: "posts", unit: "/s", value: 300, raw: 600 };
	const shown = (more: Partial<Row>) =>
		table([{ ...row, ...more }])
			.split("\n")
			.at(-1);
	const begin = "| W1 | posts | 300 /s | 600 /s | 0.50 |";
	expect(shown({})).toBe(`${begin}  |  |  |`);
	expect(shown({ gate: { least: 301 } })).toBe(`${begin} ≥ 301 /s |  | ✗ missed |`);
	expect(shown({ gate: { least: 280 }, aim: { least: 800 } })).toBe(`${begin} ≥ 280 /s | ≥ 800 /s | ✓ |`);
	expect(shown({ gate: { least: 280 }, aim: { least: 300 } })).toBe(`${begin} ≥ 280 /s | ≥ 300 /s | ✓ aim |`);
});

test("the ratio of several pairs is their middle one, and shows how far they lie apart", () => {
	const row: Row = { workload: "W1", figure: "posts", unit: "/s", value: 300, raw: 600, ratios: [0.4, 0.9, 0.6] };
	expect(table([row])).toContain("| 0.60 (0.40–0.90) |");
});
