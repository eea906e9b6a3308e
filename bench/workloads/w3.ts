import { makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import { seedPeople, seedRoom } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";
import { ask } from "./talk.ts";

const CALLS = 1_000;
const WARM_UP_CALLS = 200;

/** The newest 50 and 50 around a random message, one call after the other, in a large and a very large room. */
export async function w3({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(50);
	const token = members[0]?.token ?? "";
	const rows: Row[] = [];
	for (const size of quick ? [10_000] : [100_000, 1_000_000]) {
		const roomId = await seedRoom(`history-${size}`, members, size);
		const limit = await raw(({ url }) => read(url, roomId, token, size));
		const product = await parley(({ url }) => read(url, roomId, token, size));
		const row = (figure: string, of: (times: Times) => number, more: Partial<Row>): Row => {
			const value = { value: of(product), raw: of(limit) };
			return {
				workload: "W3",
				figure: `${figure}, ${size.toLocaleString("en")} messages`,
				unit: "ms",
				...value,
				...more,
			};
		};
		const p50 = { gate: { most: 3.4 } };
		const p99 = { gate: { most: 10 }, aim: { most: 5 } };
		rows.push(
			row("newest 50, p50", ({ newest }) => median(newest), p50),
			row("newest 50, p99", ({ newest }) => percentile(newest, 0.99), p99),
			row("50 around, p50", ({ around }) => median(around), p50),
			row("50 around, p99", ({ around }) => percentile(around, 0.99), p99),
		);
	}
	return rows;
}

type Times = { newest: number[]; around: number[] };

async function read(url: string, roomId: string, token: string, size: number): Promise<Times> {
	const http = makeHttp(url, 1);
	const time = async (query: () => string, calls: number) => {
		const times: number[] = [];
		for (let i = 0; i < calls; i++) {
			const begun = performance.now();
			await ask(http, 200, "GET", `/api/rooms/${roomId}/messages?${query()}&limit=50`, token);
			times.push(performance.now() - begun);
		}
		return times;
	};
	const newest = () => "";
	const around = () => `around=${1 + Math.floor(Math.random() * size)}`;
	await time(newest, WARM_UP_CALLS);
	await time(around, WARM_UP_CALLS);
	return { newest: await time(newest, CALLS), around: await time(around, CALLS) };
}
