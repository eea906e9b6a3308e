import { round } from "./stats.ts";

export type Gate = { least: number } | { most: number };

export type Row = {
	workload: string;
	figure: string;
	unit: string;
	value: number;
	/** The same, measured with the bare program in this run. */
	raw?: number;
	gate?: Gate;
};

export function gateHolds({ value, gate }: Row): boolean {
	if (!gate) return true;
	return "least" in gate ? value >= gate.least : value <= gate.most;
}

/** A Markdown table; the ratio is Parley's figure over the raw limit's. */
export function table(rows: Row[]): string {
	const head = ["| | figure | Parley | raw limit | ratio | gate | |", "|---|---|---|---|---|---|---|"];
	return [...head, ...rows.map(line)].join("\n");
}

function line(row: Row): string {
	const { workload, figure, unit, value, raw, gate } = row;
	const shown = (number: number) => `${round(number)} ${unit}`;
	const limit = gate ? ("least" in gate ? `≥ ${gate.least} ${unit}` : `≤ ${gate.most} ${unit}`) : "";
	const cells = [
		workload,
		figure,
		shown(value),
		raw === undefined ? "" : shown(raw),
		raw ? (value / raw).toFixed(2) : "",
		limit,
		gate ? (gateHolds(row) ? "met" : "missed") : "",
	];
	return `| ${cells.join(" | ")} |`;
}
