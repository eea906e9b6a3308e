"use client";
import { usePathname } from "next/navigation";
import { THREADS, useTalk } from "@/components/frame/navigation";
import { lateComponent } from "@/components/ui/late-component";
import { loadThreadPage, NotYet, RoomPane } from "./room-pane";
import { Start } from "./start";

const Inbox = lateComponent(() => import("@/components/threads/inbox").then((module) => module.Inbox), NotYet);

/** While nothing else is to be done. */
export function loadConversation(): void {
	for (const load of [Inbox.load, loadThreadPage]) void load();
}

/** What the address says: the start, a room, a thread of one, or all threads. */
export function Conversation() {
	const talk = useTalk();
	const isInbox = usePathname() === THREADS;
	if (isInbox) return <Inbox />;
	return talk ? <RoomPane key={talk.threadId ?? talk.roomId} id={talk.roomId} threadId={talk.threadId} /> : <Start />;
}
