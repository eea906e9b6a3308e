"use client";
import { usePath } from "@/components/frame/address";
import { THREADS, useIsSearch, useTalk } from "@/components/frame/navigation";
import { lateComponent } from "@/components/ui/late-component";
import { loadThreadPage, NotYet, RoomPane } from "./room-pane";
import { Start } from "./start";

const Inbox = lateComponent(() => import("@/components/threads/inbox").then((module) => module.Inbox), NotYet);
const Search = lateComponent(() => import("@/components/search/search").then((module) => module.Search), NotYet);

/** While nothing else is to be done. */
export function loadConversation(): void {
	for (const load of [Inbox.load, Search.load, loadThreadPage]) void load();
}

/** What the address says: the start, a room, a thread of one, all threads, or the search. */
export function Conversation() {
	const talk = useTalk();
	const isInbox = usePath() === THREADS;
	const isSearch = useIsSearch();
	if (isInbox) return <Inbox />;
	if (isSearch) return <Search />;
	return talk ? <RoomPane key={talk.threadId ?? talk.roomId} id={talk.roomId} threadId={talk.threadId} /> : <Start />;
}
