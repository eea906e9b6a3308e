"use client";
import { usePath } from "@/components/frame/address";
import { MENTIONS, THREADS, UNREAD, useIsSearch, useTalk } from "@/components/frame/navigation";
import { lateComponent } from "@/components/ui/late-component";
import { loadThreadPage, NotYet, RoomPane } from "./room-pane";
import { Start } from "./start";

const Inbox = lateComponent(() => import("@/components/threads/inbox").then((module) => module.Inbox), NotYet);
const Mentions = lateComponent(
	() => import("@/components/mentions/mentions").then((module) => module.Mentions),
	NotYet,
);
const Unread = lateComponent(() => import("@/components/unread/unread").then((module) => module.Unread), NotYet);
const Search = lateComponent(() => import("@/components/search/search").then((module) => module.Search), NotYet);

/** While nothing else is to be done. */
export function loadConversation(): void {
	for (const load of [Inbox.load, Mentions.load, Unread.load, Search.load, loadThreadPage]) void load();
}

/** What the address says: the start, a room, a thread of one, all that is unread, all threads, all mentions, or the search. */
export function Conversation() {
	const talk = useTalk();
	const path = usePath();
	const isSearch = useIsSearch();
	if (path === THREADS) return <Inbox />;
	if (path === UNREAD) return <Unread />;
	if (path === MENTIONS) return <Mentions />;
	if (isSearch) return <Search />;
	return talk ? <RoomPane key={talk.threadId ?? talk.roomId} id={talk.roomId} threadId={talk.threadId} /> : <Start />;
}
