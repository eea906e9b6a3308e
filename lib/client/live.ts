/** The socket: what is pushed goes into the cache, and a connection that was lost is made again and caught up with. */
import { io, type Socket } from "socket.io-client";
import type { EndReason } from "../shared/end-reasons.ts";
import type { ClientToServerEvents, ServerEventName, ServerToClientEvents } from "../shared/events.ts";
import { endOtherSessions } from "./api.ts";
import { applyEvent, heldBootstrap, heldKeywords, historiesBehind } from "./cache.ts";
import { catchUp, catchUpSoon } from "./catch-up.ts";
import { isEvent, serverEventNames } from "./check-event.ts";
import { setConnection } from "./connection.ts";
import { applyEmoji, refreshCustomEmoji } from "./custom-emoji.ts";
import { applyDraft, finishDraftSync, startDraftSync, stopDraftSync, syncDrafts } from "./draft-sync.ts";
import { forgetDrafts, requoteDrafts } from "./drafts.ts";
import { outbox } from "./outbox.ts";
import { hearOfOutsiders } from "./outsiders.ts";
import { presenceConnected, showStates, startPresence } from "./presence.ts";
import { whenSignedOut } from "./request.ts";
import { signOut } from "./sign-in.ts";
import { needsFetch, type StateEvent } from "./state.ts";
import { showTyping, startTyping, stopTyping } from "./typing.ts";
import { forgetUploads } from "./uploads.ts";

type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** The server refused the connection for now (it starts, or its database is away): socket.io leaves trying again to us. */
const REFUSED_RETRY_MS = 3_000;

let socket: LiveSocket | undefined;
/** What was asked a moment before is refused then: that says nothing new. */
let signingOut = false;

/** Called when the page knows who is signed in; once for the life of the page. */
export function startLive(): void {
	if (socket) return;
	const opened: LiveSocket = io({ transports: ["websocket", "polling"], tryAllTransports: true });
	socket = opened;
	for (const name of serverEventNames) {
		// One listener for all names: each payload is checked by its own shape before anything believes it.
		opened.on(name, ((payload: unknown) => receive(name, payload)) as never);
	}
	opened.on("connect", () => void connected());
	opened.on("disconnect", (reason) => disconnected(opened, reason));
	opened.on("connect_error", (error) => refused(opened, error));
	addEventListener("online", () => opened.connect());
	// Of a connection that is just being made socket.io would notice only after 20 s that there is no network.
	addEventListener("offline", () => setConnection("away"));
	whenSignedOut(() => !signingOut && leave("expired"));
	startPresence({
		say: (state) => opened.connected && opened.emit("presence", { state }),
		watch: (userIds) =>
			opened.connected && opened.emit("presence:watch", { userIds }, ({ people }) => showStates(people)),
	});
	startTyping(
		({ roomId, threadId }) => opened.connected && opened.emit("typing", { roomId, ...(threadId && { threadId }) }),
	);
	startDraftSync();
	void outbox().wake();
}

/** To the sign-in page, with everything that was held forgotten: it is another load of the page. */
export function leave(reason: EndReason | "signed-out"): void {
	socket?.disconnect();
	socket = undefined;
	stopDraftSync();
	// Drafts and messages that wait stay only for somebody who signs in again.
	const isOver = reason === "signed-out" || reason === "logout" || reason === "account-disabled";
	const to = reason === "signed-out" ? "/login" : `/login?ended=${reason}&next=${encodeURIComponent(here())}`;
	if (isOver) {
		forgetDrafts();
		forgetUploads();
	}
	void (isOver ? outbox().forget() : Promise.resolve()).finally(() => location.assign(to));
}

/** The socket first, or it would tell this page that its session has ended. @throws ClientError, and is connected again */
export async function signOutHere({ everywhere }: { everywhere: boolean }): Promise<void> {
	const open = socket;
	open?.disconnect();
	signingOut = true;
	await finishDraftSync();
	try {
		if (everywhere) await endOtherSessions();
		await signOut();
		leave("signed-out");
	} catch (error) {
		signingOut = false;
		startDraftSync();
		open?.connect();
		throw error;
	}
}

async function connected(): Promise<void> {
	setConnection("online");
	presenceConnected();
	void outbox().wake();
	refreshCustomEmoji();
	void syncDrafts();
	await catchUp();
}

function disconnected(opened: LiveSocket, reason: Socket.DisconnectReason): void {
	if (opened !== socket || reason === "io client disconnect") return;
	setConnection("away");
	// socket.io does not come back by itself when the server closed the connection.
	if (reason === "io server disconnect") setTimeout(() => opened.connect(), REFUSED_RETRY_MS * Math.random());
}

function refused(opened: LiveSocket, error: Error & { data?: { code?: string } }): void {
	if (opened !== socket) return;
	if (error.data?.code === "not-signed-in") return leave("expired");
	setConnection("away");
	if (!opened.active) setTimeout(() => opened.connect(), REFUSED_RETRY_MS * (0.5 + Math.random()));
}

function receive(name: ServerEventName, payload: unknown): void {
	// Of a newer server, perhaps: what it said is fetched instead.
	if (!isEvent(name, payload)) return catchUpSoon({ rooms: true });
	const event = { name, payload } as StateEvent;
	switch (event.name) {
		case "session:ended":
			return leave(event.payload.reason);
		case "server:restarting":
			return comeBackIn(event.payload.reconnectInMs);
		case "presence:changed":
			return showStates(event.payload.people);
		case "typing":
			return showTyping(event.payload);
		case "draft:changed":
			return applyDraft(event.payload.draft);
		case "emoji:added":
		case "emoji:removed":
			return applyEmoji(event);
		case "notification":
			return withAlerts(({ raiseAlert }) => raiseAlert(event.payload));
		case "mention:outside":
			return hearOfOutsiders(event.payload);
		case "notification:test":
			return withAlerts(({ hearTest }) => hearTest(event.payload));
		default:
			return change(event);
	}
}

/** Fetched with the first of them: no room needs alerts to be shown. What cannot be fetched alerts nobody, and is unread all the same. */
function withAlerts(act: (alerts: typeof import("./alerts.ts")) => unknown): void {
	void import("./alerts.ts").then(act).catch(() => {});
}

function change(event: StateEvent): void {
	const rooms = heldBootstrap()?.rooms ?? [];
	const doubtful = needsFetch(rooms, event, heldKeywords());
	applyEvent(event);
	requoteDrafts(event);
	if (event.name === "message:created") {
		const { id, roomId, threadId, author } = event.payload.message;
		outbox().settle(id);
		stopTyping({ roomId, ...(threadId && { threadId }) }, author.id);
	}
	if (event.name === "message:deleted") withAlerts(({ withdrawAlert }) => withdrawAlert(event.payload.id));
	if (doubtful || historiesBehind().length > 0) catchUpSoon({ rooms: doubtful });
}

/** All pages are told at once; each waits for another time, so that they do not come back at once. */
function comeBackIn(ms: number): void {
	const leaving = socket;
	setConnection("restarting");
	leaving?.disconnect();
	setTimeout(
		() => {
			setConnection("away");
			leaving?.connect();
		},
		ms * (1 + Math.random()),
	);
}

function here(): string {
	return location.pathname + location.search;
}
