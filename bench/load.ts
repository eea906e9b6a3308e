/** The other end: HTTP with kept connections, and Socket.IO's protocol by hand, so that the load itself takes little of the machine. */
import { Agent, request } from "node:http";
import WebSocket from "ws";

export type Answer = { status: number; text: string; tookMs: number };

export type Http = (method: string, path: string, token: string, body?: unknown) => Promise<Answer>;

export function makeHttp(base: string, connections: number): Http {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const { hostname, port } = new URL(base);
	return (method, path, token, body) =>
		new Promise((resolve, reject) => {
			const begun = performance.now();
			const payload = body === undefined ? undefined : JSON.stringify(body);
			const headers = {
				authorization: `Bearer ${token}`,
				...(payload !== undefined && {
					"content-type": "application/json",
					"content-length": Buffer.byteLength(payload),
				}),
			};
			const outgoing = request({ agent, hostname, port, method, path, headers }, (answer) => {
				let text = "";
				answer.setEncoding("utf8");
				answer.on("data", (chunk: string) => {
					text += chunk;
				});
				answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text, tookMs: performance.now() - begun }));
				answer.on("error", reject);
			});
			outgoing.on("error", reject);
			outgoing.end(payload);
		});
}

export type Listening = { close(): void };

/** What comes before a message's id in the one event that is counted. */
const CREATED = '42["message:created",{"message":{"id":"';
const ID_LENGTH = 36;

/**
 * Opens a socket and calls `created` with the id of each message that is pushed through it.
 * Resolves when the server has admitted it.
 */
export function listen(base: string, token: string, created: (id: string) => void): Promise<Listening> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(`${base.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
			perMessageDeflate: false,
		});
		socket.on("error", reject);
		socket.on("close", () => reject(new Error("The socket was closed.")));
		socket.on("message", (data: Buffer) => {
			const frame = data.toString("latin1", 0, CREATED.length + ID_LENGTH);
			if (frame.startsWith(CREATED)) created(frame.slice(CREATED.length));
			else if (frame === "2") socket.send("3");
			else if (frame.startsWith("0")) socket.send(`40${JSON.stringify({ token })}`);
			else if (frame.startsWith("40")) resolve({ close: () => socket.terminate() });
			else if (frame.startsWith("44")) reject(new Error(`The socket was refused: ${data.toString()}`));
		});
	});
}

/** Runs the work for each item, so many at a time. */
export async function inParallel<Item, Result>(
	items: Item[],
	width: number,
	work: (item: Item, i: number) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: width }, async () => {
			for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as Item, i);
		}),
	);
	return results;
}
