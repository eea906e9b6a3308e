/** How domain functions tell the pages what happened: after the write, never before it. */
import type { Server } from "socket.io";
import type { EndReason } from "../shared/end-reasons.ts";
import { type ClientToServerEvents, type ServerEvent, type ServerEventName, serverEvents } from "../shared/events.ts";
import { singleton } from "../singleton.ts";

export type SocketData = { userId: string; sessionId: string };
/** What it sends is made by `event`, which checks more than socket.io's types could. */
type Sent = Record<string, (payload: unknown) => void>;
export type SocketServer = Server<ClientToServerEvents, Sent, Record<string, never>, SocketData>;

/** The process's socket server, once the gateway has made it; without one (operators' commands) nobody is told. */
export function socketServer(): { io?: SocketServer } {
	return singleton<{ io?: SocketServer }>("socket-server", () => ({}));
}

export type Audience = { room: string } | { user: string } | "everybody";

/** Sends one event. Socket.IO encodes it once for all sockets of the audience. */
export function publish<Name extends ServerEventName>(to: Audience, name: Name, payload: ServerEvent<Name>): void {
	const { io } = socketServer();
	if (!io) return;
	const target = to === "everybody" ? io : io.to(channel(to));
	target.emit(...event(name, payload));
}

/**
 * An event as it is declared, for `emit`.
 * @throws ZodError when the payload is not what lib/shared/events.ts says: a mistake of ours
 */
export function event<Name extends ServerEventName>(
	name: Name,
	payload: ServerEvent<Name>,
): [name: string, payload: unknown] {
	return [name, serverEvents[name].parse(payload)];
}

/** From now on the person's open sockets, on every node, get what happens in the room. */
export function enterRoom(userId: string, roomId: string): void {
	socketServer()
		.io?.in(channel({ user: userId }))
		.socketsJoin(channel({ room: roomId }));
}

/** From now on they do not. Called before `membership:removed` is sent, so that nothing follows it. */
export function leaveRoom(userId: string, roomId: string): void {
	socketServer()
		.io?.in(channel({ user: userId }))
		.socketsLeave(channel({ room: roomId }));
}

/** Tells a session's sockets why, then closes them; on this process (each one hears of the end by itself). */
export function closeSockets(sessionId: string, reason: EndReason): void {
	const { io } = socketServer();
	if (!io) return;
	const sockets = io.local.in(sessionChannel(sessionId));
	sockets.emit(...event("session:ended", { reason }));
	sockets.disconnectSockets(true);
}

export function channel(to: { room: string } | { user: string }): string {
	return "room" in to ? `room:${to.room}` : `user:${to.user}`;
}

export function isRoomChannel(name: string): boolean {
	return name.startsWith(channel({ room: "" }));
}

export function sessionChannel(sessionId: string): string {
	return `session:${sessionId}`;
}
