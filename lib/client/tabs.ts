/** Tabs of one browser that agree: who does something now, and what the others should know. */
import { giveBackLease, LEASE_MS, takeLease } from "./tab-leases.ts";

/** Longer than any request: whoever holds a lock for so long was put to sleep by the browser, and does not hold up the others. */
const STOLEN_AFTER_MS = 30_000;
const LEASE_POLL_MS = 150;

/**
 * Does the work while no other tab does work of this name; waits for its turn. Not a promise of the browser in all cases (pages
 * without TLS have no locks, a sleeping tab is passed over): the work must be harmless when done twice.
 * @returns undefined when another tab took over meanwhile
 */
export async function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined> {
	if (!navigator.locks) return withLease(name, work);
	let isMine = false;
	const begin = () => {
		isMine = true;
		return work();
	};
	try {
		return await navigator.locks.request(name, { signal: AbortSignal.timeout(STOLEN_AFTER_MS) }, begin);
	} catch (error) {
		if (!isEndOfWaiting(error)) throw error;
		return isMine ? undefined : takeOver(name, work);
	}
}

async function takeOver<Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined> {
	try {
		return await navigator.locks.request(name, { steal: true }, work);
	} catch (error) {
		if (!isEndOfWaiting(error)) throw error;
		return undefined;
	}
}

function isEndOfWaiting(error: unknown): boolean {
	return error instanceof DOMException && (error.name === "AbortError" || error.name === "TimeoutError");
}

async function withLease<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
	const mine = crypto.getRandomValues(new Uint32Array(2)).join("-");
	while (!(await takeLease(name, mine))) await sleep(LEASE_POLL_MS);
	const keeping = setInterval(() => takeLease(name, mine), LEASE_MS / 3);
	try {
		return await work();
	} finally {
		clearInterval(keeping);
		await giveBackLease(name, mine);
	}
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export type Channel<News> = { tell: (news: News) => void; close: () => void };

/** What one tab tells, all others of this browser hear. */
export function openChannel<News>(name: string, hear: (news: News) => void): Channel<News> {
	if (typeof BroadcastChannel === "undefined") return { tell: () => {}, close: () => {} };
	const channel = new BroadcastChannel(name);
	channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
	return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}
