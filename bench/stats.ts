/** The value below which a share of the values lies. @param share 0.5 for the median, 0.99 for p99 */
export function percentile(values: number[], share: number): number {
	const sorted = Float64Array.from(values).sort();
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}

/** Three figures, or the whole number where it has more. */
export function round(value: number): number {
	return value < 100 ? Number(value.toPrecision(3)) : Math.round(value);
}
