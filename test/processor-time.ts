/**
 * How long work kept this process busy, in ms of processor time: what else runs on the machine does not count.
 * @param tries the shortest counts, where the work is so short that a collection of garbage would double it
 */
export function processorMs(work: () => unknown, tries = 1): number {
	const took = Array.from({ length: tries }, () => {
		const before = process.cpuUsage();
		work();
		return sinceInMs(before);
	});
	return Math.min(...took);
}

/** Likewise for work that is waited for, with all that its process does meanwhile. */
export async function processorMsOf(work: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await work();
	return sinceInMs(before);
}

function sinceInMs(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}
