import type { Bench } from "../main.ts";
import { seedPeople, seedRoom } from "../seed.ts";
import { median } from "../stats.ts";
import type { Row } from "../table.ts";
import { type Talk, talk } from "./talk.ts";

const MEMBERS = 100;
const POSTERS = 20;
const PAIRS = 5;
/** Of the messages; the bare program changes none. */
const ALIVE = { edited: 0.05, deleted: 0.02 };
const LEAST_SHARE_OF_RAW = 0.5;

type Pair = { product: Talk; limit: Talk };

/** One room, 100 members connected, 20 posters as fast as they can. */
export async function w1({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(MEMBERS);
	const roomId = await seedRoom("busy", members);
	const rawRoom = await seedRoom("busy-raw", members);
	const common = { members, posters: POSTERS, seconds: quick ? 3 : 15, edited: 0, deleted: 0 };
	const limited = { ...common, roomId: rawRoom, tokenOf: () => JSON.stringify({ rooms: [rawRoom] }) };
	const whole = { ...common, roomId, tokenOf: ({ token }: { token: string }) => token, readsHistory: true };
	const runRaw = () => raw((program) => talk({ ...limited, program, readsHistory: false }));
	const runParley = () => parley((program) => talk({ ...whole, program }));

	const runAlive = () => parley((program) => talk({ ...whole, ...ALIVE, program }));

	const pairs: Pair[] = [];
	const alive: Talk[] = [];
	for (let i = 0; i < (quick ? 1 : PAIRS); i++) {
		// The first of a pair in turn: neither always comes after a pause, or on the smaller collection.
		const first = i % 2 === 0 ? await runRaw() : undefined;
		const product = await runParley();
		pairs.push({ product, limit: first ?? (await runRaw()) });
		alive.push(await runAlive());
	}
	return rowsOf(pairs, alive);
}

function rowsOf(pairs: Pair[], alive: Talk[]): Row[] {
	const row = (figure: string, unit: string, value: number, more: Partial<Row> = {}): Row => {
		return { workload: "W1", figure, unit, value, ...more };
	};
	const compared = (figure: string, unit: string, of: (one: Talk) => number, more: Partial<Row> = {}): Row =>
		row(figure, unit, median(pairs.map(({ product }) => of(product))), {
			raw: median(pairs.map(({ limit }) => of(limit))),
			ratios: pairs.map(({ product, limit }) => of(product) / of(limit)),
			...more,
		});
	const all = [...pairs.map(({ product }) => product), ...alive];
	const sum = (figure: (one: Talk) => number) => all.reduce((total, one) => total + figure(one), 0);
	const accepted = ({ acceptedPerSecond }: Talk) => acceptedPerSecond;
	const share = median(pairs.map(({ product, limit }) => accepted(product) / accepted(limit)));
	const rate = { gate: { least: 280 }, aim: { least: 800 } };
	const p99 = { gate: { most: 135 }, aim: { most: 50 } };
	const never = { gate: { most: 0 } };
	return [
		compared("posts accepted", "/s", accepted, rate),
		row("posts accepted, share of the raw limit", "", share, { gate: { least: LEAST_SHARE_OF_RAW } }),
		compared("delivery p50", "ms", ({ deliveryP50 }) => deliveryP50),
		compared("delivery p99", "ms", ({ deliveryP99 }) => deliveryP99, p99),
		compared("processor time a post", "ms", ({ processorMsPerPost }) => processorMsPerPost),
		row("posts accepted, with edits and deletions", "/s", median(alive.map(accepted)), rate),
		row("delivery p99, with edits and deletions", "ms", median(alive.map(({ deliveryP99 }) => deliveryP99)), p99),
		row(
			"lost at a socket",
			"",
			sum(({ lost }) => lost),
			never,
		),
		row(
			"doubled at a socket",
			"",
			sum(({ doubled }) => doubled),
			never,
		),
		row(
			"wrong in the history",
			"",
			sum(({ wrongInHistory }) => wrongInHistory ?? Number.NaN),
			never,
		),
	];
}
