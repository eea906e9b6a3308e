import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../lib/shared/ids.ts";
import { inParallel, listen, makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import { type Person, seedPeople, seedRoom, text } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";
import { ask } from "./talk.ts";

const WARM_POSTS = 30;
const SETTLE_MS = 2_000;
const GIVE_UP_AFTER_MS = 10_000;

/** One post to a thousand connected members: the time until the last one has it. */
export async function w2({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(quick ? 200 : 1_000);
	const roomId = await seedRoom("all", members);
	const rawRoom = await seedRoom("all-raw", members);
	const tokenOfRaw = () => JSON.stringify({ rooms: [rawRoom] });
	const limit = await raw(({ url }) => spread(url, rawRoom, members, tokenOfRaw));
	const product = await parley(({ url }) => spread(url, roomId, members, ({ token }) => token));
	const row = (figure: string, of: (times: Times) => number, more: Partial<Row> = {}): Row => {
		return { workload: "W2", figure, unit: "ms", value: of(product), raw: of(limit), ...more };
	};
	return [
		row("first post, last arrival", ({ first }) => first, { gate: { most: 400 }, aim: { most: 60 } }),
		row("warm post, last arrival, median", ({ warm }) => median(warm), { gate: { most: 30 }, aim: { most: 15 } }),
		row("warm post, last arrival, p90", ({ warm }) => percentile(warm, 0.9)),
	];
}

type Times = { first: number; warm: number[] };

async function spread(
	url: string,
	roomId: string,
	members: Person[],
	tokenOf: (person: Person) => string,
): Promise<Times> {
	const http = makeHttp(url, 1);
	let wanted = "";
	let arrived = 0;
	let last = () => {};
	const sockets = await inParallel(members, 20, (person) =>
		listen(url, tokenOf(person), (id) => {
			if (id === wanted && ++arrived === members.length) last();
		}),
	);
	const post = async (): Promise<number> => {
		wanted = newId();
		arrived = 0;
		const arrivedAt = new Promise<number>((resolve, reject) => {
			const late = () => reject(new Error(`Only ${arrived} of ${members.length} sockets got a message.`));
			const timer = setTimeout(late, GIVE_UP_AFTER_MS);
			last = () => {
				clearTimeout(timer);
				resolve(performance.now());
			};
		});
		const begun = performance.now();
		const message = { id: wanted, text: text() };
		const answered = ask(http, 201, "POST", `/api/rooms/${roomId}/messages`, members[0]?.token ?? "", message);
		const [at] = await Promise.all([arrivedAt, answered]);
		return at - begun;
	};
	await pause(SETTLE_MS);
	const first = await post();
	const warm: number[] = [];
	for (let i = 0; i < WARM_POSTS; i++) {
		await pause(100);
		warm.push(await post());
	}
	for (const socket of sockets) socket.close();
	return { first, warm };
}
