import { newId } from "../../lib/shared/ids.ts";
import { inParallel, listen, makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import { type Person, seedPeople, seedRoom, text } from "../seed.ts";
import { median } from "../stats.ts";
import type { Row } from "../table.ts";
import { pause } from "./talk.ts";

/** One post to a thousand connected members: the time until the last one has it. */
export async function w2({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(quick ? 200 : 1_000);
	const roomId = await seedRoom("all", members);
	const rawRoom = await seedRoom("all-raw", members);
	const limit = await raw(({ url }) => spread(url, rawRoom, members, () => JSON.stringify({ rooms: [rawRoom] })));
	const product = await parley(({ url }) => spread(url, roomId, members, ({ token }) => token));
	return [
		{
			workload: "W2",
			figure: "first post, last arrival",
			unit: "ms",
			value: product.first,
			raw: limit.first,
			gate: { most: 400 },
		},
		{
			workload: "W2",
			figure: "warm post, last arrival",
			unit: "ms",
			value: product.warm,
			raw: limit.warm,
			gate: { most: 30 },
		},
	];
}

const WARM_POSTS = 20;

async function spread(url: string, roomId: string, members: Person[], tokenOf: (person: Person) => string) {
	const http = makeHttp(url, 2);
	let wanted = "";
	let arrived = 0;
	let done: (at: number) => void = () => {};
	const sockets = await inParallel(members, 20, (person) =>
		listen(url, tokenOf(person), (id) => {
			if (id === wanted && ++arrived === members.length) done(performance.now());
		}),
	);
	await pause(2_000);
	const times: number[] = [];
	for (let i = 0; i <= WARM_POSTS; i++) {
		wanted = newId();
		arrived = 0;
		const last = new Promise<number>((resolve) => {
			done = resolve;
		});
		const begun = performance.now();
		await http("POST", `/api/rooms/${roomId}/messages`, members[0]?.token ?? "", { id: wanted, text: text() });
		times.push((await last) - begun);
		await pause(100);
	}
	for (const socket of sockets) socket.close();
	return { first: times[0] ?? Number.NaN, warm: median(times.slice(1)) };
}
