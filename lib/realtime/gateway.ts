/** The sockets' side of the server: who may connect, what a page may say, and which rooms' events reach it. */
import type { Server as HttpServer, IncomingMessage } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";
import { account } from "../auth/accounts.ts";
import { admitCaller } from "../auth/caller.ts";
import { ADDRESS_HEADER } from "../auth/client.ts";
import { fromOwnOrigin } from "../auth/own-origin.ts";
import { onSessionEnded, onSessionsDoubted, stillHolds } from "../auth/sessions.ts";
import { writeTrustedHeaders } from "../auth/trust.ts";
import { config } from "../config.ts";
import { isDatabaseAway } from "../health/check-database.ts";
import { log } from "../log.ts";
import { roomIdsOf } from "../memberships/room-ids.ts";
import { socketActive, socketClosed, socketOpened } from "../presence/connections.ts";
import { unwatch, watchPeople } from "../presence/watchers.ts";
import { isParleyError, ParleyError, textOf } from "../shared/errors.ts";
import { type ClientEvent, type ClientEventName, clientEvents } from "../shared/events.ts";
import { MAX_SOCKET_FRAME_BYTES } from "../shared/limits.ts";
import {
	channel,
	closeSockets,
	event,
	isRoomChannel,
	type SocketServer,
	sessionChannel,
	socketServer,
} from "./publish.ts";
import { writeTogether } from "./write-together.ts";

type Socket = Parameters<Parameters<SocketServer["use"]>[0]>[0];

/** A browser that was killed is gone after this at most, and counts as offline 30 s later. */
const PING_EVERY_MS = 25_000;
const PING_TIMEOUT_MS = 20_000;
/** Events of one page in ten seconds; a page that sends more is not ours, and is closed. */
const MOST_EVENTS = 200;
const EVENTS_COUNTED_FOR_MS = 10_000;

/**
 * Puts the socket server on the HTTP server.
 * @returns a function that asks the pages to come back and closes their sockets
 */
export async function startGateway(http: HttpServer): Promise<{ close(reconnectInMs: number): Promise<void> }> {
	const io: SocketServer = new Server(http, {
		serveClient: false,
		perMessageDeflate: false,
		maxHttpBufferSize: MAX_SOCKET_FRAME_BYTES,
		pingInterval: PING_EVERY_MS,
		pingTimeout: PING_TIMEOUT_MS,
		cors: { origin: false },
	});
	// The requests of sockets do not pass the listener of the others: what a proxy says of them has to count here as it does there.
	io.engine.use((request: IncomingMessage, _response: unknown, next: () => void) => {
		writeTrustedHeaders(request);
		next();
	});
	io.engine.on("headers", (headers: Record<string, string>) => {
		headers["X-Content-Type-Options"] = "nosniff";
	});
	const redis = await connectRedis(io);
	http.on("upgrade", (_request, connection) => writeTogether(connection));
	socketServer().io = io;
	io.use(
		(socket, next) =>
			void admit(socket)
				.then(() => joinRooms(socket))
				.then(
					() => next(),
					(error: unknown) => next(refusal(error)),
				),
	);
	io.on("connection", (socket) => void welcome(socket));
	onSessionEnded(closeSockets);
	onSessionsDoubted(
		() => void closeEnded(io).catch((error: unknown) => log().warn({ err: error }, "Sockets were not checked.")),
	);
	return {
		async close(reconnectInMs) {
			// Each page waits a little differently, so that a thousand do not come back in one moment.
			for (const socket of io.sockets.sockets.values()) {
				socket.emit(
					...event("server:restarting", { reconnectInMs: Math.round(reconnectInMs * (0.5 + Math.random())) }),
				);
			}
			// The frame must be on its way before the connection is closed.
			await new Promise((resolve) => setTimeout(resolve, 50));
			io.disconnectSockets(true);
			socketServer().io = undefined;
			io.engine.close();
			await redis?.close().catch(() => {});
		},
	};
}

/** Closes the sockets of sessions that ended on another process while this one could not hear of it. */
async function closeEnded(io: SocketServer): Promise<void> {
	const sessions = new Set([...io.sockets.sockets.values()].map(({ data }) => data.sessionId));
	for (const sessionId of sessions) if (!(await stillHolds(sessionId))) closeSockets(sessionId, "ended");
}

/** Several processes share what happens through Redis, where there is one. */
async function connectRedis(io: SocketServer) {
	const { redisUrl } = config();
	if (!redisUrl) return undefined;
	// While Redis is away a command fails at once instead of waiting: the adapter then goes on with this process's own pages.
	const redis = createClient({ url: redisUrl, disableOfflineQueue: true });
	// Its readers wait all the same, or they would ask again without a pause.
	const duplicate = redis.duplicate.bind(redis);
	redis.duplicate = (options) => duplicate({ ...options, disableOfflineQueue: false });
	redis.on("error", (error: unknown) =>
		log().warn({ err: error }, "Redis cannot be reached; pages of other processes hear late."),
	);
	await redis.connect();
	io.adapter(createAdapter(redis));
	return redis;
}

/** The same door as HTTP's: cookie or token, session, active account; a cookie only from our own pages. */
async function admit(socket: Socket): Promise<void> {
	const { headers, auth } = socket.handshake;
	const token: unknown = auth.token;
	const credentials = typeof token === "string" ? { authorization: `Bearer ${token}` } : { cookie: headers.cookie };
	const caller = await admitCaller(credentials, String(headers[ADDRESS_HEADER]));
	if (caller.via === "cookie") {
		const from = fromOwnOrigin({
			origin: headers.origin,
			host: headers.host,
			fetchSite: headers["sec-fetch-site"]?.toString(),
		});
		if (from !== "own") throw new ParleyError("foreign-origin");
	}
	socket.data = { userId: caller.account._id, sessionId: caller.session._id };
}

function refusal(error: unknown): Error {
	if (!isParleyError(error) && !isDatabaseAway(error)) log().error({ err: error }, "A socket could not be admitted.");
	const code = isParleyError(error) ? error.code : isDatabaseAway(error) ? "database-away" : "internal-error";
	return Object.assign(new Error(textOf(code)), { data: { code } });
}

/** Before the page is told that it is connected: what it fetches from then on and what it is sent have no gap between them. */
async function joinRooms(socket: Socket): Promise<void> {
	const { userId, sessionId } = socket.data;
	await socket.join([channel({ user: userId }), sessionChannel(sessionId)]);
	await socket.join(await roomChannelsOf(userId));
}

async function welcome(socket: Socket): Promise<void> {
	const { userId, sessionId } = socket.data;
	// The request of the handshake is not needed any more, and is most of an idle socket's memory.
	Reflect.deleteProperty(socket.conn, "request");
	listen(socket);
	socketOpened(userId, socket.id);
	try {
		await followRooms(socket);
		// The session may have ended before there was a socket that it could have closed.
		const [person, holds] = await Promise.all([account(userId), stillHolds(sessionId)]);
		if (!person?.active || !holds) {
			socket.emit(...event("session:ended", { reason: "ended" }));
			socket.disconnect(true);
		}
	} catch (error) {
		log().warn({ err: error }, "A socket could not be given its rooms.");
		socket.disconnect(true);
	}
}

/** Nobody can move a socket that is not connected yet: the rooms that its person got or lost meanwhile are read again. */
async function followRooms(socket: Socket): Promise<void> {
	let known = new Set([...socket.rooms].filter(isRoomChannel));
	for (;;) {
		const now = new Set(await roomChannelsOf(socket.data.userId));
		for (const room of known) if (!now.has(room)) await socket.leave(room);
		const missing = [...now].filter((room) => !known.has(room));
		if (missing.length === 0) return;
		await socket.join(missing);
		// And once more: a removal that came between the reading and the joining found nothing to take away.
		known = now;
	}
}

async function roomChannelsOf(userId: string): Promise<string[]> {
	return (await roomIdsOf(userId)).map((room) => channel({ room }));
}

function listen(socket: Socket): void {
	const { userId } = socket.data;
	let counted = 0;
	let countedSince = Date.now();
	socket.use((_event, next) => {
		if (Date.now() - countedSince > EVENTS_COUNTED_FOR_MS) {
			counted = 0;
			countedSince = Date.now();
		}
		if (++counted > MOST_EVENTS) return void socket.disconnect(true);
		next();
	});
	on(socket, "typing", ({ roomId, threadId }) => {
		// In the room's channel: a member, by the same means that bring him its events.
		if (!socket.rooms.has(channel({ room: roomId }))) return;
		socket.to(channel({ room: roomId })).emit(...event("typing", { roomId, ...(threadId && { threadId }), userId }));
	});
	on(socket, "presence", ({ state }) => socketActive(userId, socket.id, state === "active"));
	on(socket, "presence:watch", async ({ userIds }, answer) => {
		const states = await watchPeople(socket.id, userIds);
		if (socket.connected) answer?.(states);
		else unwatch(socket.id);
	});
	socket.on("disconnect", () => {
		unwatch(socket.id);
		socketClosed(userId, socket.id);
	});
}

/** Takes an event only in its declared shape; anything else is passed over. */
function on<Name extends ClientEventName>(
	socket: Socket,
	name: Name,
	handle: (payload: ClientEvent<Name>, answer: ((value: unknown) => void) | undefined) => void | Promise<void>,
): void {
	const take = (payload: unknown, answer: unknown) => {
		const parsed = clientEvents[name].safeParse(payload);
		if (!parsed.success) return;
		const reply = typeof answer === "function" ? (value: unknown) => void answer(value) : undefined;
		// The schema of this very name made it; TypeScript does not follow that through the table.
		void Promise.resolve(handle(parsed.data as ClientEvent<Name>, reply)).catch((error: unknown) =>
			log().warn({ err: error, event: name }, "A socket event could not be handled."),
		);
	};
	(socket as { on(event: string, listener: (payload: unknown, answer: unknown) => void): unknown }).on(name, take);
}
