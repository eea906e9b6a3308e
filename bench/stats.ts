/** The value below which a share of the values lies. @param share 0.5 for the median, 0.99 for p99 */
export function percentile(values: number[], share: number): number {
	const sorted = Float64Array.from(values).sort();
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}

/** Small figures with one decimal, large ones without. */
export function round(value: number): number {
	return value < 100 ? Math.round(value * 10) / 10 : Math.round(value);
}
