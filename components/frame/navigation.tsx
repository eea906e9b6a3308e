"use client";
import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";
import { pushAddress, replaceAddress, usePath } from "./address";

/**
 * The start, the search and all rooms are one page that shows what the address says. Going between them only changes the address: nothing
 * is asked of the server, so it is instant and works while the connection is lost.
 */
const isConversation = (path: string) =>
	path === "/" || [UNREAD, THREADS, MENTIONS, SEARCH].includes(path) || path.startsWith("/rooms/");

/** Wide enough for a panel beside the room. */
export const BESIDE = "(min-width: 1024px)";

export const PERSON_PANEL = "person-";
export const THREAD_PANEL = "thread-";
export const UNREAD = "/unread";
export const MENTIONS = "/mentions";
/** The inbox of all threads. */
export const THREADS = "/threads";
const SEARCH = "/search";

export function useRoomId(): string | undefined {
	const { roomId, threadId } = useTalk() ?? {};
	return threadId === undefined ? roomId : undefined;
}

/** The room that the address names, or the thread of it that has the page for itself. */
export function useTalk(): { roomId: string; threadId?: string } | undefined {
	const [, area, id, part, threadId] = usePath().split("/");
	if (area !== "rooms" || !id) return undefined;
	const roomId = decodeURIComponent(id);
	return part === "threads" && threadId ? { roomId, threadId: decodeURIComponent(threadId) } : { roomId };
}

export const roomPath = (id: string) => `/rooms/${encodeURIComponent(id)}`;
export const threadPath = (roomId: string, threadId: string) =>
	`${roomPath(roomId)}/threads/${encodeURIComponent(threadId)}`;

type Place = { id: string; roomId: string; threadId?: string | null; seq?: number | null };

/** Where a message stands: in its room; a reply, which has no number there, in its thread beside what that hangs on. */
export function messagePath({ id, roomId, threadId, seq = null }: Place): string {
	const isReply = threadId && seq === null;
	const query = new URLSearchParams({ message: isReply ? threadId : id });
	if (isReply) {
		query.set("panel", THREAD_PANEL + threadId);
		query.set("reply", id);
	}
	return `${roomPath(roomId)}?${query}`;
}

export const searchPath = (line = "") => (line === "" ? SEARCH : `${SEARCH}?${new URLSearchParams({ q: line })}`);

export function useIsSearch(): boolean {
	return usePath() === SEARCH;
}

/** Does not follow the address: what only leads somewhere is not drawn again when one goes elsewhere. */
export function useGo(): (href: string) => void {
	const router = useRouter();
	return (href) => {
		const here = window.location.pathname;
		if (isConversation(here) && isConversation(pathOf(href))) pushAddress(href, { from: here });
		else router.push(href);
	};
}

/**
 * Up from a room to the rooms, from a thread to the threads: back where one came from there, so that the browser's own way back does
 * not lead into it again.
 */
export function useGoUp(to = "/"): () => void {
	const go = useGo();
	return () => {
		if (placeState().from === to) window.history.go(-1 - placeState().panels);
		else go(to);
	};
}

/** Out of the search, to where it was opened. */
export function useGoBack(): () => void {
	const go = useGo();
	return () => {
		if (placeState().from) window.history.back();
		else go("/");
	};
}

const pathOf = (href: string) => new URL(href, window.location.origin).pathname;

/** A link to any page of ours. Between rooms it asks nothing of the server; Next's own link would weigh 5 KB more. */
export function PlaceLink({ href, onClick, ...rest }: Omit<ComponentProps<"a">, "href"> & { href: string }) {
	const go = useGo();
	return (
		<a
			href={href}
			onClick={(event) => {
				onClick?.(event);
				if (event.defaultPrevented || opensElsewhere(event)) return;
				event.preventDefault();
				go(href);
			}}
			{...rest}
		/>
	);
}

/** Opens a panel beside the room, or closes it; the address keeps it, and the browser's way back closes it. */
export function setPanel(panel: string | null): void {
	const { panels, ...state } = placeState();
	if (panel === null && panels > 0) return window.history.go(-panels);
	const url = new URL(window.location.href);
	url.searchParams.delete("reply");
	if (panel === null) {
		url.searchParams.delete("panel");
		replaceAddress(url, state);
	} else if (url.searchParams.get("panel") !== panel) {
		url.searchParams.set("panel", panel);
		pushAddress(url, { ...state, panels: panels + 1 });
	}
}

/** A thread of the room that is shown, in the panel; at one of its replies, if that is named. */
export function openThread(threadId: string, replyId?: string): void {
	setPanel(THREAD_PANEL + threadId);
	if (replyId !== undefined) showReply(replyId);
}

/** In the thread that is shown. */
export function showReply(id: string): void {
	const url = new URL(window.location.href);
	url.searchParams.set("reply", id);
	replacePlace(url);
}

/** Goes to a message by its id alone; what stands beside its room stays, where there is room for both. */
export function useShowMessage(): (roomId: string, id: string) => void {
	const go = useGo();
	return (roomId, id) => {
		const url = new URL(window.location.href);
		const stays = url.pathname === roomPath(roomId) && window.matchMedia(BESIDE).matches;
		if (!stays) return go(messagePath({ id, roomId }));
		url.searchParams.delete("day");
		url.searchParams.set("message", id);
		go(url.pathname + url.search);
	};
}

/** Goes to the place in the room where a thread hangs; the thread stays beside it where there is room for both. */
export function useShowThread(): (roomId: string, threadId: string) => void {
	const go = useGo();
	return (roomId, threadId) => {
		const isBeside = window.matchMedia(BESIDE).matches;
		const panel = isBeside ? `&panel=${THREAD_PANEL}${encodeURIComponent(threadId)}` : "";
		go(messagePath({ id: threadId, roomId }) + panel);
	};
}

/** One that went on from the message, or the day, that the address names is not led back to it. */
export function forgetMessage(name: "message" | "reply"): void {
	const url = new URL(window.location.href);
	for (const part of [name, "day"]) url.searchParams.delete(part);
	replacePlace(url);
}

/** The profile of somebody, in the panel. */
export function openPerson(userId: string): void {
	setPanel(`${PERSON_PANEL}${userId}`);
}

type PlaceState = { from?: string | undefined; panels: number };

/** What an entry of the browser's history remembers: where one came from, and how many panels were opened on the way. */
function placeState(): PlaceState {
	const { from, panels }: { from?: unknown; panels?: unknown } = window.history.state ?? {};
	return { from: typeof from === "string" ? from : undefined, panels: typeof panels === "number" ? panels : 0 };
}

/** Another address for where one is, which the way back does not notice. */
export function replacePlace(href: string | URL): void {
	replaceAddress(href, placeState());
}

/** In another tab or window: that is the browser's. */
export function opensElsewhere(event: MouseEvent<HTMLAnchorElement>): boolean {
	const { target } = event.currentTarget;
	return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || target === "_blank";
}
