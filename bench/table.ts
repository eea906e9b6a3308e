import { median, round } from "./stats.ts";

export type Limit = { least: number } | { most: number };

export type Row = {
	workload: string;
	figure: string;
	unit: string;
	value: number;
	/** The same, measured with the bare program in this run. */
	raw?: number;
	/** Of each pair of runs, where there were several; without them the ratio is that of the two figures. */
	ratios?: number[];
	/** Missed, the run fails. */
	gate?: Limit;
	/** Where it should go. */
	aim?: Limit;
};

/** What could not be measured holds nothing. */
export function limitHolds(value: number, limit: Limit | undefined): boolean {
	if (!limit) return true;
	return "least" in limit ? value >= limit.least : value <= limit.most;
}

export function gateHolds({ value, gate }: Row): boolean {
	return limitHolds(value, gate);
}

/** A Markdown table; the ratio is Parley's figure over the raw limit's. */
export function table(rows: Row[]): string {
	const head = ["| | figure | Parley | raw limit | ratio | gate | aim | |", "|---|---|---|---|---|---|---|---|"];
	return [...head, ...rows.map(line)].join("\n");
}

function line(row: Row): string {
	const { workload, figure, unit, value, raw, gate, aim } = row;
	const withUnit = (figure: number | string) => `${figure} ${unit}`.trim();
	const limit = (of: Limit | undefined) => (of ? withUnit("least" in of ? `≥ ${of.least}` : `≤ ${of.most}`) : "");
	const cells = [
		workload,
		figure,
		withUnit(round(value)),
		raw === undefined ? "" : withUnit(round(raw)),
		ratio(row),
		limit(gate),
		limit(aim),
		outcome(row),
	];
	return `| ${cells.join(" | ")} |`;
}

/** The middle one, with the lowest and the highest: how far they lie apart tells how much to believe. */
function ratio({ value, raw, ratios }: Row): string {
	if (!raw) return "";
	if (!ratios || ratios.length < 2) return (value / raw).toFixed(2);
	const [middle, low, high] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((one) => one.toFixed(2));
	return `${middle} (${low}–${high})`;
}

function outcome({ value, gate, aim }: Row): string {
	if (!limitHolds(value, gate)) return "✗ missed";
	if (aim && limitHolds(value, aim)) return "✓ aim";
	return gate ? "✓" : "";
}
