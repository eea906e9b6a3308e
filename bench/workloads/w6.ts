import { type Http, inParallel, type Listening, listen, makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import { startParley } from "../programs.ts";
import { type Person, seedPeople, seedRoom, text } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";
import { pause } from "./talk.ts";

const ROOMS = 10;
const MISSED = 20;
/** A client that finds nobody there tries again after about this time. */
const TRY_AGAIN_MS = 100;

/** The server is restarted; a thousand people come back at once, each opens his socket and loads what he missed. */
export async function w6({ mongoUrl, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(quick ? 200 : 1_000);
	const rooms: { id: string; since: number }[] = [];
	for (let i = 0; i < ROOMS; i++) rooms.push({ id: await seedRoom(`restart-${i}`, members), since: 0 });
	const server = await startParley(mongoUrl);
	const http = makeHttp(server.url, 200);
	const sockets = await inParallel(members, 20, ({ token }) => listen(server.url, token, () => {}));
	for (const socket of sockets) socket.close();
	const writer = members[0]?.token ?? "";
	for (let i = 0; i < MISSED; i++)
		await http("POST", `/api/rooms/${rooms[i % ROOMS]?.id}/messages`, writer, { text: text() });

	await server.restart();
	await stallSince(http);
	const begun = performance.now();
	const back = await Promise.all(members.map((person) => comeBack(server.url, http, person, rooms)));
	const times = back.map(({ at }) => at - begun);
	const stall = await stallSince(http);
	for (const { socket } of back) socket.close();
	await server.stop();
	return [
		{ workload: "W6", figure: "all usable again", unit: "ms", value: Math.max(...times), gate: { most: 5_000 } },
		{ workload: "W6", figure: "usable again, p50", unit: "ms", value: median(times) },
		{ workload: "W6", figure: "usable again, p99", unit: "ms", value: percentile(times, 0.99) },
		{ workload: "W6", figure: "longest stall of the event loop", unit: "ms", value: stall, gate: { most: 200 } },
	];
}

async function comeBack(
	url: string,
	http: Http,
	{ token }: Person,
	rooms: { id: string; since: number }[],
): Promise<{ at: number; socket: Listening }> {
	const socket = await untilConnected(() => listen(url, token, () => {}));
	const boot = await http("GET", "/api/bootstrap", token);
	const missed = await http("POST", "/api/changes", token, { rooms });
	if (boot.status !== 200 || missed.status !== 200) throw new Error(`Answered ${boot.status} and ${missed.status}.`);
	const items = (JSON.parse(missed.text) as { rooms: { items: unknown[] }[] }).rooms.flatMap((room) => room.items);
	if (items.length !== MISSED) throw new Error(`${items.length} of ${MISSED} missed messages came back.`);
	return { at: performance.now(), socket };
}

async function untilConnected(connect: () => Promise<Listening>): Promise<Listening> {
	for (;;) {
		try {
			return await connect();
		} catch {
			await pause(TRY_AGAIN_MS * (0.5 + Math.random()));
		}
	}
}

/** The longest time in ms in which the server did nothing else, since this was last asked. */
async function stallSince(http: Http): Promise<number> {
	const { text: metrics } = await http("GET", "/metrics", "");
	const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics) ?? [];
	return Number(seconds) * 1_000;
}
