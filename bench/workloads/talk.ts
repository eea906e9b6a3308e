import { newId } from "../../lib/shared/ids.ts";
import { type Http, inParallel, listen, makeHttp } from "../load.ts";
import { type Person, text } from "../seed.ts";
import { median, percentile } from "../stats.ts";

export type Talk = {
	acceptedPerSecond: number;
	deliveryP50: number;
	deliveryP99: number;
	lost: number;
	doubled: number;
};

type Setting = {
	url: string;
	roomId: string;
	members: Person[];
	/** What a member's socket sends to be let in. */
	tokenOf(person: Person): string;
	posters: number;
	seconds: number;
	/** Of the messages, the shares that their authors change afterwards. */
	edited: number;
	deleted: number;
};

const SETTLE_MS = 1_500;

/** W1: some people write as fast as they are answered, everybody's socket counts what arrives. */
export async function talk(setting: Setting): Promise<Talk> {
	const { url, roomId, members, tokenOf, posters, seconds, edited, deleted } = setting;
	const http = makeHttp(url, posters * 2);
	const sent = new Map<string, number>();
	const accepted = new Set<string>();
	const latencies: number[] = [];
	const heard = members.map(() => new Set<string>());
	let doubled = 0;
	const sockets = await inParallel(members, 20, (person, i) =>
		listen(url, tokenOf(person), (id) => {
			const begun = sent.get(id);
			if (begun === undefined) return;
			latencies.push(performance.now() - begun);
			if (heard[i]?.has(id)) doubled++;
			heard[i]?.add(id);
		}),
	);
	await pause(SETTLE_MS);

	const until = performance.now() + seconds * 1_000;
	await Promise.all(
		members.slice(0, posters).map(async ({ token }) => {
			while (performance.now() < until) {
				const id = newId();
				sent.set(id, performance.now());
				const { status, text: answer } = await http("POST", `/api/rooms/${roomId}/messages`, token, {
					id,
					text: text(),
				});
				if (status !== 201) throw new Error(`A message was answered ${status}: ${answer}`);
				accepted.add(id);
				await change(http, token, id, { edited, deleted });
			}
		}),
	);
	await pause(SETTLE_MS);
	for (const socket of sockets) socket.close();
	return {
		acceptedPerSecond: accepted.size / seconds,
		deliveryP50: median(latencies),
		deliveryP99: percentile(latencies, 0.99),
		lost: heard.reduce((lost, ids) => lost + [...accepted].filter((id) => !ids.has(id)).length, 0),
		doubled,
	};
}

async function change(
	http: Http,
	token: string,
	id: string,
	shares: { edited: number; deleted: number },
): Promise<void> {
	const chance = Math.random();
	if (chance < shares.edited) await http("PATCH", `/api/messages/${id}`, token, { text: text() });
	else if (chance < shares.edited + shares.deleted) await http("DELETE", `/api/messages/${id}`, token);
}

export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
