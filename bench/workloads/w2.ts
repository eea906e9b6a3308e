import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../lib/shared/ids.ts";
import { inParallel, listen, makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import type { Program } from "../programs.ts";
import { type Person, seedPeople, seedRoom, text } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";
import { ask } from "./talk.ts";

const WARM_POSTS = 30;
const SETTLE_MS = 2_000;
const PAUSE_MS = 50;
const GIVE_UP_AFTER_MS = 10_000;

/** One post to a thousand connected members: the time until the last one has it. */
export async function w2({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(quick ? 200 : 1_000);
	const roomId = await seedRoom("all", members);
	const rawRoom = await seedRoom("all-raw", members);
	const [product, limit] = await raw((bare) =>
		parley(async (program) => {
			const sides = [
				await gather(program, roomId, members, ({ token }) => token),
				await gather(bare, rawRoom, members, () => JSON.stringify({ rooms: [rawRoom] })),
			] as const;
			await pause(SETTLE_MS);
			// One post to each in turn: what disturbs the machine meanwhile disturbs both alike.
			for (let i = 0; i <= WARM_POSTS; i++) {
				for (const { times, post } of sides) {
					times.push(await post());
					await pause(PAUSE_MS);
				}
			}
			for (const { close } of sides) close();
			return [sides[0].times, sides[1].times] as const;
		}),
	);
	const row = (figure: string, of: (times: number[]) => number, more: Partial<Row> = {}): Row => {
		return { workload: "W2", figure, unit: "ms", value: of(product), raw: of(limit), ...more };
	};
	const warm = (times: number[]) => times.slice(1);
	return [
		row("first post, last arrival", ([first = Number.NaN]) => first, { gate: { most: 400 }, aim: { most: 60 } }),
		row("warm post, last arrival, median", (times) => median(warm(times)), { gate: { most: 30 }, aim: { most: 15 } }),
		row("warm post, last arrival, p90", (times) => percentile(warm(times), 0.9)),
	];
}

/** Opens everybody's socket. */
async function gather({ url }: Program, roomId: string, members: Person[], tokenOf: (person: Person) => string) {
	const http = makeHttp(url, 1);
	let wanted = "";
	let arrived = 0;
	let last = () => {};
	const sockets = await inParallel(members, 20, (person) =>
		listen(url, tokenOf(person), (id) => {
			if (id === wanted && ++arrived === members.length) last();
		}),
	);
	return {
		times: [] as number[],
		/** @returns the ms until the last socket has it */
		async post(): Promise<number> {
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
		},
		close() {
			for (const socket of sockets) socket.close();
		},
	};
}
