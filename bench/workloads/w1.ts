import type { Bench } from "../main.ts";
import { seedPeople, seedRoom } from "../seed.ts";
import type { Row } from "../table.ts";
import { type Talk, talk } from "./talk.ts";

const MEMBERS = 100;
const POSTERS = 20;

/** One room, 100 members connected, 20 posters as fast as they can. The two programs take turns. */
export async function w1({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(MEMBERS);
	const roomId = await seedRoom("busy", members);
	const rawRoom = await seedRoom("busy-raw", members);
	const common = { members, posters: POSTERS, seconds: quick ? 3 : 15 };
	const runs: { product: Talk; limit: Talk }[] = [];
	for (let i = 0; i < (quick ? 1 : 3); i++) {
		const limit = await raw(({ url }) =>
			talk({
				...common,
				url,
				roomId: rawRoom,
				tokenOf: () => JSON.stringify({ rooms: [rawRoom] }),
				edited: 0,
				deleted: 0,
			}),
		);
		// The shares of changes that look alive; the bare program has no changes, so the plain run is compared with it.
		const product = await parley(({ url }) =>
			talk({ ...common, url, roomId, tokenOf: ({ token }) => token, edited: 0, deleted: 0 }),
		);
		runs.push({ product, limit });
	}
	const alive = await parley(({ url }) =>
		talk({ ...common, url, roomId, tokenOf: ({ token }) => token, edited: 0.05, deleted: 0.02 }),
	);
	const [best] = runs.toSorted((a, b) => ratio(a) - ratio(b)).slice(Math.floor(runs.length / 2));
	if (!best) throw new Error("W1 was not run.");
	const { product, limit } = best;
	return [
		{
			workload: "W1",
			figure: "posts accepted",
			unit: "/s",
			value: product.acceptedPerSecond,
			raw: limit.acceptedPerSecond,
			gate: { least: 280 },
		},
		{ workload: "W1", figure: "delivery p50", unit: "ms", value: product.deliveryP50, raw: limit.deliveryP50 },
		{
			workload: "W1",
			figure: "delivery p99",
			unit: "ms",
			value: product.deliveryP99,
			raw: limit.deliveryP99,
			gate: { most: 135 },
		},
		{ workload: "W1", figure: "share of the raw limit", unit: "", value: ratio(best), gate: { least: 0.5 } },
		{
			workload: "W1",
			figure: "posts accepted, with edits and deletions",
			unit: "/s",
			value: alive.acceptedPerSecond,
			gate: { least: 280 },
		},
		{
			workload: "W1",
			figure: "delivery p99, with edits and deletions",
			unit: "ms",
			value: alive.deliveryP99,
			gate: { most: 135 },
		},
		{
			workload: "W1",
			figure: "lost",
			unit: "",
			value: sum([...runs.map((run) => run.product), alive], "lost"),
			gate: { most: 0 },
		},
		{
			workload: "W1",
			figure: "doubled",
			unit: "",
			value: sum([...runs.map((run) => run.product), alive], "doubled"),
			gate: { most: 0 },
		},
	];
}

function ratio({ product, limit }: { product: Talk; limit: Talk }): number {
	return product.acceptedPerSecond / limit.acceptedPerSecond;
}

function sum(talks: Talk[], figure: "lost" | "doubled"): number {
	return talks.reduce((total, one) => total + one[figure], 0);
}
