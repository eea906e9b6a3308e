import type { Bench } from "../main.ts";
import { seedPeople, seedRoom } from "../seed.ts";
import type { Row } from "../table.ts";
import { type Talk, talk } from "./talk.ts";

const MEMBERS = 100;
const POSTERS = 20;
/** Of the messages; the bare program changes none. */
const ALIVE = { edited: 0.05, deleted: 0.02 };
const LEAST_SHARE_OF_RAW = 0.5;

type Pair = { product: Talk; limit: Talk };

/** One room, 100 members connected, 20 posters as fast as they can. The two programs take turns; the median pair counts. */
export async function w1({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(MEMBERS);
	const roomId = await seedRoom("busy", members);
	const rawRoom = await seedRoom("busy-raw", members);
	const common = { members, posters: POSTERS, seconds: quick ? 3 : 15, edited: 0, deleted: 0 };
	const limited = { ...common, roomId: rawRoom, tokenOf: () => JSON.stringify({ rooms: [rawRoom] }) };
	const whole = { ...common, roomId, tokenOf: ({ token }: { token: string }) => token, readsHistory: true };

	const pairs: Pair[] = [];
	for (let i = 0; i < (quick ? 1 : 3); i++) {
		const limit = await raw((program) => talk({ ...limited, program, readsHistory: false }));
		const product = await parley((program) => talk({ ...whole, program }));
		pairs.push({ product, limit });
	}
	const alive = await parley((program) => talk({ ...whole, ...ALIVE, program }));
	return rowsOf(pairs, alive);
}

function rowsOf(pairs: Pair[], alive: Talk): Row[] {
	const middle = pairs.toSorted((a, b) => shareOf(a) - shareOf(b))[Math.floor(pairs.length / 2)];
	if (!middle) throw new Error("W1 was not run.");
	const { product, limit } = middle;
	const all = [...pairs.map((pair) => pair.product), alive];
	const sum = (figure: (one: Talk) => number) => all.reduce((total, one) => total + figure(one), 0);
	const row = (figure: string, unit: string, value: number, more: Partial<Row> = {}): Row => {
		return { workload: "W1", figure, unit, value, ...more };
	};
	const rate = { gate: { least: 280 }, aim: { least: 800 } };
	const p99 = { gate: { most: 135 }, aim: { most: 50 } };
	const never = { gate: { most: 0 } };
	return [
		row("posts accepted", "/s", product.acceptedPerSecond, { raw: limit.acceptedPerSecond, ...rate }),
		row("posts accepted, share of the raw limit", "", shareOf(middle), { gate: { least: LEAST_SHARE_OF_RAW } }),
		row("delivery p50", "ms", product.deliveryP50, { raw: limit.deliveryP50 }),
		row("delivery p99", "ms", product.deliveryP99, { raw: limit.deliveryP99, ...p99 }),
		row("processor time a post", "ms", product.processorMsPerPost, { raw: limit.processorMsPerPost }),
		row("posts accepted, with edits and deletions", "/s", alive.acceptedPerSecond, rate),
		row("delivery p99, with edits and deletions", "ms", alive.deliveryP99, p99),
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

function shareOf({ product, limit }: Pair): number {
	return product.acceptedPerSecond / limit.acceptedPerSecond;
}
