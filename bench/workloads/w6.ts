import { setTimeout as pause } from "node:timers/promises";
import { io } from "socket.io-client";
import { inParallel, listen, makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import { type Program, startParley } from "../programs.ts";
import { type Person, type Place, seedPeople, seedTown } from "../seed.ts";
import { median } from "../stats.ts";
import type { Row } from "../table.ts";
import { ask } from "./talk.ts";

/** In each busy room of a person's; a tenth of his rooms are busy. */
const MISSED = 50;
const GIVE_UP_AFTER_MS = 60_000;
/** As lib/client/live.ts and catch-up.ts do. */
const REFUSED_RETRY_MS = 3_000;
const ASK_AGAIN_MS = 1_500;

/** What a person does when he is back: all that the page needs to draw, then what he missed. */
type Load = (person: Person) => Promise<void>;
type Tokens = { socket(person: Person): string; http(person: Person): string };

/** The server is restarted while a thousand people are connected; each comes back and loads what he missed. */
export async function w6({ parley, raw, mongoUrl, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(quick ? 200 : 1_000);
	const roomsOf = await seedTown(members, MISSED);
	const idsOf = (person: Person) => roomsOf.get(person)?.map(({ id }) => id);
	const rawTokens: Tokens = {
		socket: (person) => JSON.stringify({ rooms: idsOf(person) }),
		http: ({ id }) => id,
	};
	const tokens: Tokens = { socket: ({ token }) => token, http: ({ token }) => token };
	const limit = await raw((program) => returnAtOnce(program, members, roomsOf, rawTokens));
	let stall = Number.NaN;
	const product = await parley(async (program) => {
		await longestStall(program);
		const times = await returnAtOnce(program, members, roomsOf, tokens);
		stall = await longestStall(program);
		return times;
	});
	const pages = await returnAsPages(mongoUrl, members, roomsOf);
	const row = (figure: string, value: number, more: Partial<Row> = {}): Row => {
		return { workload: "W6", figure, unit: "ms", value, ...more };
	};
	const usable = { gate: { most: 5_000 }, aim: { most: 2_000 } };
	return [
		row("back in one moment, all usable", Math.max(...product), { raw: Math.max(...limit), ...usable }),
		row("back in one moment, median", median(product), { raw: median(limit) }),
		row("longest stall of the event loop", stall, { gate: { most: 200 } }),
		row("back as pages come, all usable", Math.max(...pages), usable),
		row("back as pages come, median", median(pages)),
	];
}

/** The hardest case: the program was just started, and everybody asks in the same moment. @returns ms for each person */
async function returnAtOnce(
	{ url }: Program,
	members: Person[],
	roomsOf: Map<Person, Place[]>,
	tokens: Tokens,
): Promise<number[]> {
	const load = loader(url, roomsOf, tokens);
	const begun = performance.now();
	const back = await inParallel(members, members.length, async (person) => {
		const socket = await listen(url, tokens.socket(person), () => {});
		await load(person);
		return { socket, tookMs: performance.now() - begun };
	});
	for (const { socket } of back) socket.close();
	return back.map(({ tookMs }) => tookMs);
}

/** As it is in life: open pages are told, wait as long as each was told to, and try until they are in. @returns ms since the server was ready again */
async function returnAsPages(mongoUrl: string, members: Person[], roomsOf: Map<Person, Place[]>): Promise<number[]> {
	const server = await startParley(mongoUrl);
	const load = loader(server.url, roomsOf, { socket: ({ token }) => token, http: ({ token }) => token });
	const pages = await inParallel(members, 20, (person) => openPage(server.url, person, load));
	try {
		const back = pages.map((page) => page.backAgain());
		await server.restart();
		const readyAt = performance.now();
		const late = pause(GIVE_UP_AFTER_MS, undefined, { ref: false });
		const everybody = await Promise.race([Promise.all(back), late]);
		if (!everybody) throw new Error(`Not everybody was back after ${GIVE_UP_AFTER_MS / 1_000} s.`);
		return everybody.map((at) => Math.max(0, at - readyAt));
	} finally {
		for (const page of pages) page.close();
		await server.stop();
	}
}

type Page = { backAgain(): Promise<number>; close(): void };

/** Comes back by the same rules as the page; resolves when it is in for the first time. */
function openPage(url: string, person: Person, load: Load): Promise<Page> {
	return new Promise((resolve) => {
		const socket = io(url, { transports: ["websocket"], forceNew: true, auth: { token: person.token } });
		let whenIn = () =>
			resolve({
				backAgain: () => new Promise((again) => (whenIn = () => again(performance.now()))),
				close: () => socket.disconnect(),
			});
		const loadUntilDone = async (): Promise<void> => {
			try {
				await load(person);
				whenIn();
			} catch {
				await pause(ASK_AGAIN_MS);
				if (socket.connected) await loadUntilDone();
			}
		};
		const comeBackIn = (ms: number) => setTimeout(() => socket.connect(), ms);
		socket.on("connect", () => void loadUntilDone());
		socket.on("server:restarting", ({ reconnectInMs }: { reconnectInMs: number }) => {
			socket.disconnect();
			comeBackIn(reconnectInMs * (1 + Math.random()));
		});
		socket.on("disconnect", (reason) => {
			if (reason === "io server disconnect") comeBackIn(REFUSED_RETRY_MS * Math.random());
		});
		socket.on("connect_error", () => {
			if (!socket.active) comeBackIn(REFUSED_RETRY_MS * (0.5 + Math.random()));
		});
	});
}

/** @throws Error when what came is not what was missed */
function loader(url: string, roomsOf: Map<Person, Place[]>, tokens: Tokens): Load {
	// Every browser has connections of its own.
	const http = makeHttp(url, roomsOf.size);
	return async (person) => {
		const rooms = roomsOf.get(person) ?? [];
		await ask(http, 200, "GET", "/api/bootstrap", tokens.http(person));
		const asked = { rooms: rooms.map(({ id }) => ({ id, since: 0 })) };
		const answer = await ask(http, 200, "POST", "/api/changes", tokens.http(person), asked);
		const changes = JSON.parse(answer) as { rooms: { items: unknown[] }[] };
		const missed = rooms.reduce((sum, { messages }) => sum + messages, 0);
		const got = changes.rooms.reduce((sum, { items }) => sum + items.length, 0);
		if (got !== missed) throw new Error(`${got} of ${missed} missed messages came.`);
	};
}

/** In ms, since this was last asked. */
async function longestStall({ url }: Program): Promise<number> {
	const metrics = await ask(makeHttp(url, 1), 200, "GET", "/metrics", "");
	const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics) ?? [];
	return Number(seconds) * 1_000;
}
