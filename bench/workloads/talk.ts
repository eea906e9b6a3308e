import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../lib/shared/ids.ts";
import type { Message } from "../../lib/shared/schemas/message.ts";
import { type Http, inParallel, listen, makeHttp } from "../load.ts";
import { type Program, processorTimeOf } from "../programs.ts";
import { type Person, text } from "../seed.ts";
import { median, percentile } from "../stats.ts";

export type Talk = {
	acceptedPerSecond: number;
	deliveryP50: number;
	deliveryP99: number;
	/** Time of the server on a processor for each accepted message: it hardly depends on what else the machine does. */
	processorMsPerPost: number;
	/** Accepted messages that did not reach a socket, counted for each socket. */
	lost: number;
	doubled: number;
	/** Places in which the history differs from what was accepted; undefined where it was not read. */
	wrongInHistory?: number;
};

type Setting = {
	program: Program;
	roomId: string;
	members: Person[];
	/** What a member's socket sends to be let in. */
	tokenOf(person: Person): string;
	posters: number;
	seconds: number;
	/** The shares of the messages that their authors change afterwards. */
	edited: number;
	deleted: number;
	/** The bare program has none to read back. */
	readsHistory: boolean;
};

const SETTLE_MS = 1_500;
const PAGE_SIZE = 100;

/** W1: some people write as fast as they are answered, everybody's socket counts what arrives. */
export async function talk(setting: Setting): Promise<Talk> {
	const { program, roomId, members, tokenOf, posters, seconds, readsHistory } = setting;
	const http = makeHttp(program.url, posters);
	const reader = members[0]?.token ?? "";
	const begin = readsHistory ? await lastSeq(http, roomId, reader) : 0;
	const sent = new Map<string, number>();
	const latencies: number[] = [];
	const heard = members.map(() => new Set<string>());
	let doubled = 0;
	const sockets = await inParallel(members, 20, (person, i) =>
		listen(program.url, tokenOf(person), (id) => {
			latencies.push(performance.now() - (sent.get(id) ?? Number.NaN));
			if (heard[i]?.has(id)) doubled++;
			heard[i]?.add(id);
		}),
	);
	await pause(SETTLE_MS);

	const spentBefore = processorTimeOf(program.pid());
	const written = await write(setting, http, sent);
	await pause(SETTLE_MS);
	const spent = processorTimeOf(program.pid()) - spentBefore;
	for (const socket of sockets) socket.close();
	return {
		acceptedPerSecond: written.accepted.length / seconds,
		deliveryP50: median(latencies),
		deliveryP99: percentile(latencies, 0.99),
		processorMsPerPost: spent / written.accepted.length,
		lost: heard.reduce((lost, ids) => lost + written.accepted.filter((id) => !ids.has(id)).length, 0),
		doubled,
		...(readsHistory && { wrongInHistory: await differences(http, roomId, reader, begin, written.texts) }),
	};
}

type Written = {
	accepted: string[];
	/** What is to be read in the end, by id; deleted ones are not in it. */
	texts: Map<string, string>;
};

async function write(setting: Setting, http: Http, sent: Map<string, number>): Promise<Written> {
	const { roomId, members, posters, seconds } = setting;
	const written: Written = { accepted: [], texts: new Map() };
	const until = performance.now() + seconds * 1_000;
	await Promise.all(
		members.slice(0, posters).map(async ({ token }) => {
			while (performance.now() < until) {
				const message = { id: newId(), text: text() };
				sent.set(message.id, performance.now());
				await ask(http, 201, "POST", `/api/rooms/${roomId}/messages`, token, message);
				written.accepted.push(message.id);
				written.texts.set(message.id, message.text);
				await change(setting, http, token, message.id, written.texts);
			}
		}),
	);
	return written;
}

async function change(
	{ edited, deleted }: Setting,
	http: Http,
	token: string,
	id: string,
	texts: Map<string, string>,
): Promise<void> {
	const chance = Math.random();
	if (chance < edited) {
		const better = text();
		await ask(http, 200, "PATCH", `/api/messages/${id}`, token, { text: better });
		texts.set(id, better);
	} else if (chance < edited + deleted) {
		await ask(http, 204, "DELETE", `/api/messages/${id}`, token);
		texts.delete(id);
	}
}

async function lastSeq(http: Http, roomId: string, token: string): Promise<number> {
	const { items } = await readPage(http, roomId, token, "limit=1");
	return items[0]?.seq ?? 0;
}

/** How many messages are missing, there twice, in the wrong order or with another text. */
async function differences(http: Http, roomId: string, token: string, begin: number, texts: Map<string, string>) {
	const found = new Set<string>();
	let wrong = 0;
	for (let after = begin, more = true; more; ) {
		const { items, hasAfter } = await readPage(http, roomId, token, `after=${after}&limit=${PAGE_SIZE}`);
		for (const { id, seq, text } of items) {
			if (found.has(id) || texts.get(id) !== text || (seq ?? 0) <= after) wrong++;
			found.add(id);
			after = seq ?? after;
		}
		more = hasAfter && items.length > 0;
	}
	return wrong + [...texts.keys()].filter((id) => !found.has(id)).length;
}

async function readPage(http: Http, roomId: string, token: string, query: string) {
	const answer = await ask(http, 200, "GET", `/api/rooms/${roomId}/messages?${query}`, token);
	return JSON.parse(answer) as { items: Message[]; hasAfter: boolean };
}

/** @throws Error when the answer has another status: a figure of refused calls would mean nothing */
export async function ask(http: Http, status: number, ...call: Parameters<Http>): Promise<string> {
	const answer = await http(...call);
	if (answer.status === status) return answer.text;
	throw new Error(`${call[0]} ${call[1]} was answered ${answer.status}: ${answer.text}`);
}
