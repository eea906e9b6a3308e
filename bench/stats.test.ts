import { expect, test } from "vitest";
import { median, percentile, round } from "./stats.ts";
import { gateHolds, type Row, table } from "./table.ts";

test("a percentile is a value that was measured, whatever the order", () => {
	const values = Array.from({ length: 100 }, (_, i) => 100 - i);
	expect(median(values)).toBe(51);
	expect(percentile(values, 0.99)).toBe(100);
	expect(percentile([7], 0.99)).toBe(7);
});

test("figures are shown as exactly as they are known", () => {
	expect([round(0.123), round(12.34), round(1234.5)]).toEqual([0.1, 12.3, 1235]);
});

test("a gate is a least or a most, and a row without one is never missed", () => {
	const row: Row = { workload: "W1", figure: "posts", unit: "/s", value: 300 };
	expect(gateHolds({ ...row, gate: { least: 280 } })).toBe(true);
	expect(gateHolds({ ...row, gate: { least: 301 } })).toBe(false);
	expect(gateHolds({ ...row, gate: { most: 135 } })).toBe(false);
	expect(gateHolds(row)).toBe(true);
	const lines = table([{ ...row, gate: { least: 301 }, raw: 600 }]).split("\n");
	expect(lines.at(-1)).toBe("| W1 | posts | 300 /s | 600 /s | 0.50 | ≥ 301 /s | missed |");
});
