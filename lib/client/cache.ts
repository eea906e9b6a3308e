/** TanStack Query's cache: which key holds what, and how events and answers get into it. */
import { type InfiniteData, notifyManager, QueryClient } from "@tanstack/react-query";
import { hasKeyword } from "../shared/keywords.ts";
import type { InboxThread, Message } from "../shared/schemas/message.ts";
import type { Preferences } from "../shared/schemas/preferences.ts";
import type { ProfileField } from "../shared/schemas/profile-field.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import type { Me, User } from "../shared/schemas/user.ts";
import type { Page } from "./api.ts";
import { isPassing } from "./errors.ts";
import { logEvent } from "./event-log.ts";
import { applyToInbox, applyToSaved, applyToThreads } from "./own-state.ts";
import {
	applyToHistory,
	applyToRooms,
	type HeldHistory,
	isBehind,
	mergeUser,
	type StateEvent,
	withoutQuoted,
	withQuoted,
} from "./state.ts";

export const keys = {
	server: ["server"] as const,
	bootstrap: ["bootstrap"] as const,
	room: (id: string) => ["room", id] as const,
	/** Of a thread it lies below that of its room: what happens in the room concerns both. */
	history: ({ roomId, threadId }: Talk) =>
		threadId ? (["history", roomId, threadId] as const) : (["history", roomId] as const),
	inboxes: ["inbox"] as const,
	inbox: (which: "unread" | "all") => ["inbox", which] as const,
	members: (roomId: string) => ["members", roomId] as const,
	firstMembers: (roomId: string, limit: number) => ["members", roomId, "first", limit] as const,
	quote: (id: string, roomId: string) => ["quote", id, roomId] as const,
	versions: (id: string) => ["versions", id] as const,
	invites: (roomId: string) => ["invites", roomId] as const,
	pins: (roomId: string) => ["kept", "pins", roomId] as const,
	saved: ["kept", "saved"] as const,
	mentions: ["mentions"] as const,
	notificationReason: (messageId: string) => ["notification-reason", messageId] as const,
	/** What stands after a number, as it was at a revision of the room. */
	unread: (roomId: string, after: number, rev: number) => ["unread", roomId, after, rev] as const,
	user: (id: string) => ["user", id] as const,
	users: (query: string) => ["users", query] as const,
	directory: (query: string) => ["directory", query] as const,
	people: (query: string) => ["people", query] as const,
	switcher: (query: string) => ["switcher", query] as const,
	files: (roomId: string) => ["files", roomId] as const,
	fileBytes: (id: string) => ["file-bytes", id] as const,
	fileText: (id: string) => ["file-text", id] as const,
	search: (line: string) => ["search", line] as const,
	searchCounts: (line: string) => ["search-counts", line] as const,
	switcherMessages: (words: string) => ["switcher-messages", words] as const,
	sessions: ["sessions"] as const,
	settings: ["settings"] as const,
};

/** What is talked in: a room, or a thread of it. */
export type Talk = { roomId: string; threadId?: string | undefined };

/** A history and where in it the list begins to show it. */
export type ShownHistory = HeldHistory & {
	/** Another number whenever the run is not the continuation of the one before. */
	run: number;
	/** What was asked for: a message by id or number, or the newest. Undefined: the room, wherever its reader should begin. */
	shows?: string | number | undefined;
};

/** The pages of it that were asked for. */
export type HeldInbox = InfiniteData<Page<InboxThread>, string | undefined>;

const HISTORY_KEPT_MS = 30 * 60_000;
const MOST_RETRIES = 3;

let client: QueryClient | undefined;

/** One for the page; in the server, which renders without data, one for each rendering. */
export function queryClient(): QueryClient {
	if (typeof window === "undefined") return newClient();
	client ??= newClient();
	return client;
}

function newClient(): QueryClient {
	// Not in a later task, as is its custom: what somebody chose is drawn with the press that chose it.
	notifyManager.setScheduler(queueMicrotask);
	return new QueryClient({
		defaultOptions: {
			queries: {
				// What is shown is kept true by events; lists without events say so by their own staleTime.
				staleTime: Number.POSITIVE_INFINITY,
				gcTime: HISTORY_KEPT_MS,
				refetchOnWindowFocus: false,
				refetchOnReconnect: false,
				retry: (count, error) => isPassing(error) && count < MOST_RETRIES,
			},
			mutations: { networkMode: "always" },
		},
	});
}

export function heldBootstrap(): Bootstrap | undefined {
	return queryClient().getQueryData<Bootstrap>(keys.bootstrap);
}

const NO_WORDS: string[] = [];
const NO_FIELDS: ProfileField[] = [];

/** What I want to hear of. */
export function heldKeywords(): string[] {
	return heldBootstrap()?.preferences?.keywords ?? NO_WORDS;
}

/** What can stand in a profile. */
export function heldProfileFields(): ProfileField[] {
	return heldBootstrap()?.profileFields ?? NO_FIELDS;
}

export function heldHistory(talk: Talk): ShownHistory | undefined {
	return queryClient().getQueryData<ShownHistory>(keys.history(talk));
}

/** An event of the socket, or the answer to something that I did, which says the same. */
export function applyEvent(event: StateEvent): void {
	logEvent(event);
	quotedElsewhere(event);
	changeRooms((rooms, meId) => applyToRooms(rooms, event, meId, heldKeywords()));
	changeInbox(event);
	switch (event.name) {
		case "message:created":
		case "message:changed":
			if (event.payload.message.notice) forgetMembers(event.payload.message.roomId);
			if (event.payload.message.files.length > 0) forgetFiles(event.payload.message.roomId);
			keepLists(event.payload.message);
			keepMentions(event.payload.message);
			forgetVersions(event.payload.message.id);
			return changeHistories(event.payload.message.roomId, (history) => historyAfter(history, event));
		case "message:deleted":
			forgetFiles(event.payload.roomId);
			keepLists(event.payload);
			keepMentions(event.payload);
			forgetVersions(event.payload.id);
			return changeHistories(event.payload.roomId, (history) => historyAfter(history, event));
		case "room:changed":
			return forgetMembers(event.payload.room.id);
		case "membership:changed":
			// A room that was looked at from outside and is mine now: the rooms of the bootstrap hold it.
			return void queryClient().removeQueries({ queryKey: keys.room(event.payload.room.id) });
		case "membership:removed":
			changeBootstrap((bootstrap) => ({ ...bootstrap, threads: applyToThreads(bootstrap.threads, event) }));
			return dropRoom(event.payload.roomId);
		case "thread:changed": {
			changeBootstrap((bootstrap) => ({ ...bootstrap, threads: applyToThreads(bootstrap.threads, event) }));
			const { roomId, threadId } = event.payload.thread;
			return changeHistory({ roomId, threadId }, (history) => historyAfter(history, event));
		}
		case "saved:changed":
			if (event.payload.saved) void queryClient().invalidateQueries({ queryKey: keys.saved });
			return changeBootstrap((bootstrap) => ({ ...bootstrap, saved: applyToSaved(bootstrap.saved, event) }));
		case "user:changed":
			return changeUser(event.payload.user, event);
		case "preferences:changed":
			return applyPreferences(event.payload.preferences);
	}
}

/** The answer to a change that I made: what the socket will say as well, if it is connected. */
export const applyMessage = (name: "message:created" | "message:changed", message: Message) =>
	applyEvent({ name, payload: { message } });
export const applyRoom = (room: RoomView) => applyEvent({ name: "membership:changed", payload: { room } });

/** Whether what is deleted leaves a mark in the history. */
export function showsStubs(): boolean {
	return heldBootstrap()?.server.messages.showDeleted ?? false;
}

export function applyMe(me: Me): void {
	changeBootstrap((bootstrap) => ({ ...bootstrap, me }));
}

export function applyPreferences(preferences: Preferences): void {
	changeBootstrap((bootstrap) => ({ ...bootstrap, preferences }));
}

export function changeRooms(change: (rooms: RoomView[], meId: string) => RoomView[]): void {
	changeBootstrap((bootstrap) => {
		const rooms = change(bootstrap.rooms, bootstrap.me.id);
		return rooms === bootstrap.rooms ? bootstrap : { ...bootstrap, rooms };
	});
}

export function changeHistory(talk: Talk, change: (history: ShownHistory) => ShownHistory): void {
	changeHeld<ShownHistory>(keys.history(talk), change);
}

/** That of the room, and those of its threads. */
export function changeHistories(roomId: string, change: (history: ShownHistory) => ShownHistory): void {
	for (const [talk] of heldHistories(roomId)) changeHistory(talk, change);
}

export function historyAfter(history: ShownHistory, event: StateEvent): ShownHistory {
	return applyToHistory(history, event, { stubs: showsStubs() });
}

/** @param roomId undefined: of all rooms */
export function heldHistories(roomId?: string): [Talk, ShownHistory][] {
	const queryKey = roomId === undefined ? ["history"] : keys.history({ roomId });
	return queryClient()
		.getQueriesData<ShownHistory>({ queryKey })
		.flatMap(([[, room, threadId], history]) =>
			history ? [[{ roomId: String(room), ...(threadId ? { threadId: String(threadId) } : {}) }, history]] : [],
		);
}

/** Mine, or one that I look at from outside. */
export function heldRoom(id: string): RoomView | undefined {
	const mine = heldBootstrap()?.rooms.find((room) => room.id === id);
	return mine ?? queryClient().getQueryData<RoomView>(keys.room(id));
}

/** Rooms of which a history lags behind, that of the room or of a thread, and from where. */
export function historiesBehind(): { id: string; since: number }[] {
	const behind = new Map<string, number>();
	for (const [{ roomId }, history] of heldHistories()) {
		const room = heldRoom(roomId);
		if (room && isBehind(history, room)) behind.set(roomId, Math.min(history.rev, behind.get(roomId) ?? history.rev));
	}
	return [...behind].map(([id, since]) => ({ id, since }));
}

export function dropRoom(roomId: string): void {
	void queryClient().invalidateQueries({ queryKey: keys.mentions });
	const own = [
		keys.history({ roomId }),
		keys.members(roomId),
		keys.files(roomId),
		keys.pins(roomId),
		keys.room(roomId),
	];
	for (const queryKey of own) {
		queryClient().removeQueries({ queryKey });
	}
}

/** A message may be quoted in another room than its own, which hears nothing of what becomes of it. */
function quotedElsewhere(event: StateEvent): void {
	if (event.name !== "message:changed" && event.name !== "message:deleted") return;
	const change = (history: ShownHistory) =>
		event.name === "message:changed"
			? withQuoted(history, event.payload.message)
			: withoutQuoted(history, event.payload.id);
	const { roomId } = event.name === "message:changed" ? event.payload.message : event.payload;
	for (const [talk] of heldHistories()) if (talk.roomId !== roomId) changeHistory(talk, change);
}

function forgetFiles(roomId: string): void {
	void queryClient().invalidateQueries({ queryKey: keys.files(roomId) });
}

/** Pinned and saved messages outside of their history: fetched again where one of them is another now. */
function keepLists({ id, roomId, pinned = false }: { id: string; roomId: string; pinned?: boolean }): void {
	const pins = queryClient().getQueryData<Message[]>(keys.pins(roomId));
	if (pins && (pinned || pins.some((message) => message.id === id || message.quote?.id === id))) {
		void queryClient().invalidateQueries({ queryKey: keys.pins(roomId) });
	}
	if (heldBootstrap()?.saved.includes(id)) void queryClient().invalidateQueries({ queryKey: keys.saved });
}

/** What names me, or did before: the list of it is fetched again, if it is held. */
function keepMentions({ id, mentions, text = "" }: Partial<Message> & { id: string }): void {
	const held = queryClient().getQueryData<InfiniteData<Page<Message>>>(keys.mentions);
	const meId = heldBootstrap()?.me.id ?? "";
	const namesMe = mentions?.all || mentions?.users.includes(meId) || hasKeyword(text, heldKeywords());
	const isHeld = held?.pages.some(({ items }) => items.some((message) => message.id === id));
	if (held && (namesMe || isHeld)) void queryClient().invalidateQueries({ queryKey: keys.mentions });
}

function forgetVersions(id: string): void {
	void queryClient().invalidateQueries({ queryKey: keys.versions(id) });
}

function forgetMembers(roomId: string): void {
	void queryClient().invalidateQueries({ queryKey: keys.members(roomId) });
}

function changeUser(user: User, event: StateEvent): void {
	changeBootstrap((bootstrap) =>
		bootstrap.me.id === user.id ? { ...bootstrap, me: ownView(bootstrap.me, user) } : bootstrap,
	);
	for (const [talk] of heldHistories()) changeHistory(talk, (history) => historyAfter(history, event));
	queryClient().setQueryData<User>(keys.user(user.id), (held) => held && mergeUser(held, user));
	// What of the profile is not for everybody is not in the event.
	if (heldProfileFields().some((field) => !field.public))
		void queryClient().invalidateQueries({ queryKey: keys.user(user.id) });
	void queryClient().invalidateQueries({ queryKey: ["members"] });
}

/** Everybody's event says less of me than the one that follows it to me alone. */
function ownView({ email, roles, fields, permissions, chosenState }: Me, user: User): Me {
	const isWhole = user.roles !== undefined;
	return { email, roles, ...user, ...(!isWhole && fields && { fields }), permissions, chosenState };
}

function changeBootstrap(change: (bootstrap: Bootstrap) => Bootstrap): void {
	changeHeld<Bootstrap>(keys.bootstrap, change);
}

/** The pieces of the inbox that are held. A thread that is in none of them may belong there: they are asked for again. */
function changeInbox(event: StateEvent): void {
	const held = queryClient().getQueriesData<HeldInbox>({ queryKey: keys.inboxes });
	if (held.length === 0) return;
	for (const [key, inbox] of held) {
		if (!inbox) continue;
		const pages = inbox.pages.map((page) => {
			const items = applyToInbox(page.items, event);
			return items === page.items ? page : { ...page, items };
		});
		if (pages.some((page, index) => page !== inbox.pages[index]))
			queryClient().setQueryData<HeldInbox>(key, { ...inbox, pages });
	}
	if (event.name !== "thread:changed" || !event.payload.thread.following) return;
	const { threadId } = event.payload.thread;
	const isHeld = held.some(([, inbox]) =>
		inbox?.pages.some(({ items }) => items.some(({ root }) => root.id === threadId)),
	);
	if (!isHeld) void queryClient().invalidateQueries({ queryKey: keys.inboxes });
}

/** Nothing is told when nothing changed: whoever changes it while he draws would otherwise draw for ever. */
function changeHeld<Held>(key: readonly string[], change: (held: Held) => Held): void {
	const held = queryClient().getQueryData<Held>(key);
	if (held === undefined) return;
	const changed = change(held);
	if (changed !== held) queryClient().setQueryData<Held>(key, changed);
}
