/** The rooms, their histories and their people, as hooks for components. */
import { useQueries, useQuery } from "@tanstack/react-query";
import type { Member, RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap, Server } from "../shared/schemas/server.ts";
import type { User } from "../shared/schemas/user.ts";
import { filterText } from "../shared/search-words.ts";
import {
	getBootstrap,
	getHistory,
	getRoom,
	getServer,
	getThread,
	getUser,
	type HistoryPlace,
	listMembers,
} from "./api.ts";
import {
	changeHistory,
	heldBootstrap,
	heldHistory,
	heldRoom,
	historyAfter,
	keys,
	queryClient,
	type ShownHistory,
	type Talk,
} from "./cache.ts";
import { catchUpSoon } from "./catch-up.ts";
import { ClientError } from "./errors.ts";
import { eventsSince, markOfNow } from "./event-log.ts";
import { applyToPreferences, applyToSaved, applyToThreads } from "./own-state.ts";
import { useRooms } from "./session.ts";
import { applyToRooms, type HeldHistory, numberIn, withPage } from "./state.ts";

/** A room that was looked at for long is cut to this many messages when it is left. */
const HISTORY_LEFT = 100;
/** However far one scrolls, no more than this is held; what is far from where one looks is let go. */
const MOST_HELD = 1_000;
/** With fewer unread ones the newest page holds them all, and some that were read above them. */
const UNREAD_IN_NEWEST = 40;
/** Shown at the lower edge. */
export const NEWEST = "newest";
/** Nothing is pushed from a room that one has not joined. */
const PREVIEW_EVERY_MS = 10_000;

/** One that scrolls passes many. */
const PAGE_SCROLLED = 100;

let runs = 0;

export function useServer() {
	return useQuery<Server>({ queryKey: keys.server, queryFn: getServer });
}

export function useBootstrap() {
	return useQuery<Bootstrap>({ queryKey: keys.bootstrap, queryFn: fetchBootstrap });
}

export async function fetchBootstrap({ signal }: { signal: AbortSignal }): Promise<Bootstrap> {
	const mark = markOfNow();
	const answer = await getBootstrap(signal);
	// Somebody else signed in on another tab: what this page holds is not his.
	const held = heldBootstrap();
	if (held && held.me.id !== answer.me.id) location.assign("/");
	const missed = eventsSince(mark);
	const preferences = missed.reduce(applyToPreferences, answer.preferences);
	return {
		...answer,
		preferences,
		rooms: missed.reduce((list, event) => applyToRooms(list, event, answer.me.id, preferences.keywords), answer.rooms),
		threads: missed.reduce(applyToThreads, answer.threads),
		saved: missed.reduce(applyToSaved, answer.saved),
	};
}

/** A room that is not one of mine: a public one, looked at from outside. What is new there is asked for now and then. */
export function useForeignRoom(id: string, enabled: boolean) {
	return useQuery<RoomView>({
		queryKey: keys.room(id),
		queryFn: async () => {
			const room = await getRoom(id);
			catchUpSoon();
			return room;
		},
		enabled,
		staleTime: 0,
		refetchInterval: (query) => (query.state.data ? PREVIEW_EVERY_MS : false),
	});
}

/** The message that the address names; else where reading goes on: around the first unread one, or the newest. */
export function useHistory(room: RoomView, around?: string) {
	return useQuery<ShownHistory>(historyOf({ roomId: room.id }, around));
}

/** The same for a thread of the room. */
export function useThread(talk: Talk & { threadId: string }, around?: string) {
	return useQuery<ShownHistory>(historyOf(talk, around));
}

/** For who is about to go there. What is held already is kept true by events, and not asked for. */
export function fetchAhead(roomId: string): void {
	void queryClient().prefetchQuery(historyOf({ roomId }));
}

function historyOf(talk: Talk, around?: string) {
	return {
		queryKey: keys.history(talk),
		queryFn: ({ signal }: { signal: AbortSignal }) =>
			around ? fetchAround(talk, around, signal) : fetchUnread(talk, signal),
	};
}

/** A link to a message that is deleted still leads to its room. */
async function fetchAround(talk: Talk, around: string, signal: AbortSignal): Promise<ShownHistory> {
	try {
		return await fetchHistory(talk, { around }, around, signal);
	} catch (error) {
		if (!(error instanceof ClientError) || error.code !== "message-not-found") throw error;
		return fetchHistory(talk, undefined, undefined, signal);
	}
}

function fetchUnread(talk: Talk, signal?: AbortSignal): Promise<ShownHistory> {
	const { lastRead, unread, last } = standingOf(talk);
	const isFarBack = unread > 0 && last - lastRead > UNREAD_IN_NEWEST;
	return fetchHistory(talk, isFarBack ? { around: lastRead } : undefined, undefined, signal);
}

/** How far one has read, as far as it is known before the messages are. */
function standingOf({ roomId, threadId }: Talk): { lastRead: number; unread: number; last: number } {
	if (threadId === undefined) {
		const { membership, lastSeq = 0 } = heldRoom(roomId) ?? {};
		return { lastRead: membership?.lastReadSeq ?? 0, unread: membership?.unread ?? 0, last: lastSeq };
	}
	const thread = heldBootstrap()?.threads.find((each) => each.threadId === threadId);
	const { lastReadThreadSeq: lastRead = 0, unread = 0 } = thread ?? {};
	return { lastRead, unread, last: lastRead + unread };
}

async function fetchHistory(
	talk: Talk,
	place: HistoryPlace,
	shows?: ShownHistory["shows"],
	signal?: AbortSignal,
): Promise<ShownHistory> {
	const mark = markOfNow();
	const history = await fetchPiece(talk, place, signal);
	catchUpSoon();
	return replayed({ ...history, run: ++runs, shows }, mark, talk.roomId);
}

async function fetchPiece(talk: Talk, place: HistoryPlace, signal?: AbortSignal, limit?: number): Promise<HeldHistory> {
	if (talk.threadId === undefined) return getHistory(talk.roomId, place, signal, limit);
	const { root, following, lastReadThreadSeq, ...piece } = await getThread(talk.threadId, place, signal, limit);
	// An address that somebody made up: the thread is another room's.
	if (root.roomId !== talk.roomId || root.id !== talk.threadId) throw new ClientError("message-not-found", 404);
	return { ...piece, thread: { root, following, lastReadThreadSeq } };
}

/** The page of messages around one of them, in place of what is held. Answers whether it is in it: a reply may stand in a thread only. */
export async function showAround(talk: Talk, place: string | number): Promise<boolean> {
	const history = await fetchHistory(talk, { around: place }, place);
	show(talk, history);
	return history.items.some(({ id }) => id === place);
}

/** The page where reading goes on, in place of what is held. */
export async function showUnread(talk: Talk): Promise<void> {
	show(talk, await fetchUnread(talk));
}

/** The page of the first messages since a day, in place of what is held. @param day YYYY-MM-DD, here */
export async function showDay(roomId: string, day: string): Promise<void> {
	const since = new Date(`${day}T00:00:00`);
	if (Number.isNaN(since.getTime())) return;
	const talk = { roomId };
	// A page that is asked for already would come in its place.
	await queryClient().cancelQueries({ queryKey: keys.history(talk) });
	const history = await fetchHistory(talk, { at: since.toISOString() });
	const first = history.items.find(({ at }) => Date.parse(at) >= since.getTime());
	show(talk, { ...history, shows: first?.seq ?? NEWEST });
}

export async function showNewest(talk: Talk): Promise<void> {
	show(talk, await fetchHistory(talk, undefined, NEWEST));
}

function show(talk: Talk, history: ShownHistory): void {
	queryClient().setQueryData(keys.history(talk), history);
}

const loading = new Set<string>();

export async function loadMore(talk: Talk, side: "before" | "after"): Promise<void> {
	const held = heldHistory(talk);
	const last = side === "before" ? held?.items[0] : held?.items.at(-1);
	const edge = held && last && numberIn(held, last);
	const more = side === "before" ? held?.hasBefore : held?.hasAfter;
	const name = `${talk.threadId ?? talk.roomId} ${side} ${edge}`;
	if (!more || typeof edge !== "number" || loading.has(name)) return;
	loading.add(name);
	try {
		const mark = markOfNow();
		const place = side === "before" ? { before: edge } : { after: edge };
		const page = await fetchPiece(talk, place, undefined, PAGE_SCROLLED);
		changeHistory(talk, (history) => {
			// Another run took its place meanwhile: the page does not join it.
			if (history.run !== held?.run) return history;
			return cut(replayed(withPage(history, page, side), mark, talk.roomId), side);
		});
		catchUpSoon();
	} finally {
		loading.delete(name);
	}
}

/** What was added on one side is kept, and the other side is let go. */
function cut(history: ShownHistory, grown: "before" | "after"): ShownHistory {
	if (history.items.length <= MOST_HELD) return history;
	return grown === "before"
		? { ...history, items: history.items.slice(0, MOST_HELD), hasAfter: true }
		: { ...history, items: history.items.slice(-MOST_HELD), hasBefore: true };
}

/** What was loaded by looking far back is let go when the room is left. */
export function trimHistory(talk: Talk): void {
	changeHistory(talk, (history) => {
		if (history.hasAfter || history.items.length <= HISTORY_LEFT * 2) return history;
		return { ...history, items: history.items.slice(-HISTORY_LEFT), hasBefore: true };
	});
}

/** Those who are in it for the longest: enough of them to show that it is not empty. */
export function useFirstMembers(roomId: string, limit: number, enabled: boolean) {
	return useQuery<Member[]>({
		queryKey: keys.firstMembers(roomId, limit),
		queryFn: async () => (await listMembers(roomId, undefined, limit)).items,
		enabled,
	});
}

/** By id, or by `@username`; nobody without one. */
export function useUser(id: string | undefined) {
	return useQuery<User>({
		queryKey: keys.user(id ?? ""),
		queryFn: () => getUser(id ?? ""),
		enabled: id !== undefined,
	});
}

/** Those of these people who are known by now. */
export function usePeople(ids: string[]): User[] {
	return useQueries({
		queries: ids.map((id) => ({ queryKey: keys.user(id), queryFn: () => getUser(id) })),
		combine: (results) => results.flatMap(({ data }) => data ?? []),
	});
}

/** What stands in the search field to look in one room: by its name, where that means no other. */
export function searchLine({ id, kind, name }: RoomView): string {
	return `${filterText("in", kind === "public" ? (name ?? id) : id)} `;
}

/** My rooms, and those of these rooms that I may look into and that are known by now. */
export function useRoomsNamed(ids: string[]): RoomView[] {
	const mine = useRooms();
	const foreign = useQueries({
		queries: ids
			.filter((id) => !mine.some((room) => room.id === id))
			.map((id) => ({ queryKey: keys.room(id), queryFn: () => getRoom(id) })),
		combine: (results) => results.flatMap(({ data }) => data ?? []),
	});
	return [...mine, ...foreign];
}

function replayed(history: ShownHistory, mark: number, roomId: string): ShownHistory {
	return eventsSince(mark)
		.filter((event) => isOf(roomId, event))
		.reduce(historyAfter, history);
}

function isOf(roomId: string, event: ReturnType<typeof eventsSince>[number]): boolean {
	if (event.name === "user:changed") return true;
	if (event.name === "message:created" || event.name === "message:changed")
		return event.payload.message.roomId === roomId;
	if (event.name === "thread:changed") return event.payload.thread.roomId === roomId;
	return event.name === "message:deleted" && event.payload.roomId === roomId;
}
