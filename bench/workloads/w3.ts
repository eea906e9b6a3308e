import { makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import { type Program, processorTimeOf } from "../programs.ts";
import { type Person, seedPeople, seedRoom, seedWithoutIndex } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";
import { ask } from "./talk.ts";

const CALLS = 1_000;
const WARM_UP_CALLS = 200;

/** The newest 50 and 50 around a random message, one call after the other, in a large and a very large room. */
export async function w3({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(50);
	const rows: Row[] = [];
	for (const size of quick ? [10_000] : [100_000, 1_000_000]) {
		const roomId = await seedWithoutIndex(() => seedRoom(`history-${size}`, members, size));
		const { newest, around } = await raw((limit) =>
			parley((product) => read([product, limit], roomId, members[0], size)),
		);
		const row = (figure: string, unit: string, [value, limit]: Pair, more: Partial<Row> = {}) =>
			rows.push({
				workload: "W3",
				figure: `${figure}, ${size.toLocaleString("en")} messages`,
				unit,
				value,
				raw: limit,
				...more,
			});
		for (const [name, calls] of [
			["newest 50", newest],
			["50 around", around],
		] as const) {
			row(
				`${name}, p50`,
				"ms",
				pair(calls, ({ times }) => median(times)),
				{ gate: { most: 3.4 } },
			);
			const p99 = pair(calls, ({ times }) => percentile(times, 0.99));
			row(`${name}, p99`, "ms", p99, { gate: { most: 10 }, aim: { most: 5 } });
			row(
				`${name}, processor time`,
				"ms",
				pair(calls, ({ processorMs }) => processorMs),
			);
		}
	}
	return rows;
}

type Calls = { times: number[]; processorMs: number };
/** Parley's, and the raw limit's. */
type Pair = [number, number];

function pair([product, limit]: [Calls, Calls], of: (calls: Calls) => number): Pair {
	return [of(product), of(limit)];
}

async function read(programs: [Program, Program], roomId: string, reader: Person | undefined, size: number) {
	const newest = () => "";
	const around = () => `around=${1 + Math.floor(Math.random() * size)}`;
	const call = (query: () => string, calls: number) => takeTurns(programs, roomId, reader?.token ?? "", query, calls);
	await call(newest, WARM_UP_CALLS);
	await call(around, WARM_UP_CALLS);
	return { newest: await call(newest, CALLS), around: await call(around, CALLS) };
}

/** One call to each in turn: what disturbs the machine meanwhile disturbs both alike. */
async function takeTurns(
	programs: [Program, Program],
	roomId: string,
	token: string,
	query: () => string,
	calls: number,
): Promise<[Calls, Calls]> {
	const sides = programs.map((program) => ({
		http: makeHttp(program.url, 1),
		pid: program.pid(),
		before: processorTimeOf(program.pid()),
		times: [] as number[],
	}));
	for (let i = 0; i < calls; i++) {
		const path = `/api/rooms/${roomId}/messages?${query()}&limit=50`;
		for (const { http, times } of sides) {
			const begun = performance.now();
			await ask(http, 200, "GET", path, token);
			times.push(performance.now() - begun);
		}
	}
	const [product, limit] = sides.map(
		({ pid, before, times }): Calls => ({ times, processorMs: (processorTimeOf(pid) - before) / calls }),
	);
	if (!product || !limit) throw new Error("Two programs take turns.");
	return [product, limit];
}
