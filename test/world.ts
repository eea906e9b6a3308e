/**
 * A small believable world for tests: the real server without its pages, in this process, on a database of its own, with
 * Alice (administrator), Bob and Carol. Everything goes through HTTP and sockets as api.md of the program says.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { inject } from "vitest";
import { makeListener } from "../lib/api/listener.ts";
import { setPhase } from "../lib/api/phase.ts";
import { watchAccounts } from "../lib/auth/accounts.ts";
import { loadRoles } from "../lib/auth/roles.ts";
import { watchSessions } from "../lib/auth/sessions.ts";
import { startChangeStream, stopChangeStream } from "../lib/db/change-stream.ts";
import { closeDatabase, connectDatabase, db } from "../lib/db/client.ts";
import { ensureIndexes } from "../lib/db/define-collection.ts";
import { drainRoomQueues } from "../lib/messages/room-queue.ts";
import { migrations } from "../lib/migrations/all.ts";
import { migrate } from "../lib/migrations/run.ts";
import { watchAttentive } from "../lib/notifications/attentive.ts";
import { drainNotifications } from "../lib/notifications/notify.ts";
import { startConnections, stopConnections } from "../lib/presence/connections.ts";
import { startWatchers, stopWatchers } from "../lib/presence/watchers.ts";
import { startGateway } from "../lib/realtime/gateway.ts";
import { loadSettings } from "../lib/settings/settings.ts";
import type { RoomView } from "../lib/shared/schemas/room.ts";
import type { Bootstrap } from "../lib/shared/schemas/server.ts";
import type { SignedIn } from "../lib/shared/schemas/user.ts";
import { collectionDefinitions } from "../models/all.ts";
import { registerAt, setUpServer, signInAt } from "./people.ts";

export type Answer<Body = unknown> = { status: number; body: Body; headers: Headers };

export type CallOptions = {
	/** Sent as JSON; a string is sent as it is. */
	body?: unknown;
	headers?: Record<string, string>;
};

export type Person = {
	id: string;
	username: string;
	password: string;
	token: string;
	call<Body = unknown>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
	/** Like `call`, but a status of 400 and above is an error of the test. */
	get<Body>(path: string): Promise<Body>;
	post<Body>(path: string, body?: unknown): Promise<Body>;
	connect(): Promise<Listener>;
};

/** An open socket and everything that came through it. */
export type Listener = {
	socket: Socket;
	events: { name: string; payload: Record<string, unknown> }[];
	/** Waits until an event of this name (that fits) has come. */
	heard(name: string, fits?: (payload: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
	close(): void;
};

export type World = {
	url: string;
	alice: Person;
	bob: Person;
	carol: Person;
	general: RoomView;
	register(username: string): Promise<Person>;
	signIn(username: string, password: string): Promise<Person>;
	call<Body = unknown>(method: string, path: string, options?: CallOptions): Promise<Answer<Body>>;
	stop(): Promise<void>;
};

const HEARD_WITHIN_MS = 5_000;

/**
 * @param options.rateLimits off unless a test is about them
 * @param options.env more of the environment: TRUST_PROXY, SETTING_…
 */
export async function startWorld(
	options: { rateLimits?: "on" | "off"; env?: Record<string, string> } = {},
): Promise<World> {
	const database = `world-${process.pid}-${Date.now()}`;
	Object.assign(process.env, {
		MONGO_URL: databaseUrl(inject("mongoUrl"), database),
		RATE_LIMITS: options.rateLimits ?? "off",
		...options.env,
	});
	await connectDatabase(databaseUrl(inject("mongoUrl"), database), () => {});
	await ensureIndexes(collectionDefinitions);
	await migrate(migrations);
	await Promise.all([loadSettings(), loadRoles()]);
	watchAccounts();
	watchSessions();
	watchAttentive();
	await startConnections();
	startWatchers();
	await startChangeStream();
	const http = createServer(makeListener(() => undefined));
	const gateway = await startGateway(http);
	const url = await listening(http);
	setPhase("serving");

	const call: World["call"] = (method, path, callOptions = {}) => send(`${url}${path}`, method, callOptions);
	const signIn: World["signIn"] = (username, password) => signInAt(url, username, password);
	const register: World["register"] = (username) => registerAt(url, username);
	const alice = await setUpServer(url);
	const [bob, carol] = [await register("bob"), await register("carol")];
	const { rooms } = await alice.get<Bootstrap>("/api/bootstrap");
	const general = rooms.find(({ name }) => name === "general");
	if (!general) throw new Error("The set-up made no room.");
	return {
		url,
		alice,
		bob,
		carol,
		general,
		register,
		signIn,
		call,
		async stop() {
			await gateway.close(0);
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
			await drainRoomQueues();
			await drainNotifications();
			stopWatchers();
			await stopConnections();
			await stopChangeStream();
			await db().dropDatabase();
			await closeDatabase();
		},
	};
}

/** The same server's address with another database in its path. */
export function databaseUrl(url: string, database: string): string {
	const parsed = new URL(url);
	parsed.pathname = `/${database}`;
	return parsed.toString();
}

export function makePerson(
	url: string,
	{ user, token }: { user: Pick<SignedIn["user"], "id" | "username">; token: string },
	password: string,
): Person {
	const call: Person["call"] = (method, path, body) =>
		send(`${url}${path}`, method, {
			headers: { authorization: `Bearer ${token}` },
			...(body !== undefined && { body }),
		});
	const expectDone = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
		const answer = await call<Body>(method, path, body);
		if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
		return answer.body;
	};
	return {
		id: user.id,
		username: user.username,
		password,
		token,
		call,
		get: (path) => expectDone("GET", path),
		post: (path, body) => expectDone("POST", path, body),
		connect: () => connect(url, { auth: { token } }),
	};
}

export async function connect(url: string, options: Record<string, unknown>): Promise<Listener> {
	const socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, ...options });
	const events: Listener["events"] = [];
	socket.onAny((name: string, payload: Record<string, unknown>) => events.push({ name, payload }));
	await new Promise<void>((resolve, reject) => {
		socket.once("connect", resolve);
		socket.once("connect_error", (error) => {
			socket.close();
			reject(error);
		});
	});
	// The server puts a new socket into its rooms right after it has connected.
	await socket.emitWithAck("presence:watch", { userIds: [] });
	await new Promise((resolve) => setTimeout(resolve, 60));
	return {
		socket,
		events,
		close: () => void socket.close(),
		async heard(name, fits = () => true) {
			const until = Date.now() + HEARD_WITHIN_MS;
			for (;;) {
				const found = events.find((event) => event.name === name && fits(event.payload));
				if (found) return found.payload;
				if (Date.now() > until)
					throw new Error(`${name} was not heard; heard: ${events.map((event) => event.name).join(", ")}`);
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
		},
	};
}

export async function send<Body = unknown>(
	url: string,
	method: string,
	{ body, headers }: CallOptions,
): Promise<Answer<Body>> {
	const response = await fetch(url, {
		method,
		headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
		...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: parse(text) as Body };
}

function parse(text: string): unknown {
	try {
		return text === "" ? undefined : JSON.parse(text);
	} catch {
		return text;
	}
}

function listening(http: Server): Promise<string> {
	return new Promise((resolve) => {
		http.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
	});
}
