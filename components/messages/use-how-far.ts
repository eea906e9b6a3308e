"use client";
import { useMemo } from "react";
import type { ShownHistory, Talk } from "@/lib/client/cache";
import { readTo } from "@/lib/client/read-marks";
import { useUnreadThreads } from "@/lib/client/session";
import { numberIn } from "@/lib/client/state";
import { readThreadTo } from "@/lib/client/threads";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";

/** How far one has read what a list shows. All that differs between a room and a thread of it is said here. */
export type HowFar = {
	talk: Talk;
	/** The number by which its messages are ordered and read. */
	numberOf: (message: Message) => number;
	unread: number;
	/** Null for one who looks in from outside. */
	lastRead: number | null;
	/** At its end one has read up to here. */
	last: number;
	read: (to: number) => void;
};

export function useHowFar(room: RoomView, history: ShownHistory): HowFar {
	const { thread, items } = history;
	const threads = useUnreadThreads();
	const rootId = thread?.root.id;
	const numberOf = useMemo(() => {
		return (message: Message) => (rootId ? (message.threadSeq ?? 0) : (message.seq ?? 0));
	}, [rootId]);
	const newest = items.at(-1);
	const held = newest ? (numberIn(history, newest) ?? 0) : 0;
	if (!thread) {
		return {
			talk: { roomId: room.id },
			numberOf,
			unread: room.membership?.unread ?? 0,
			lastRead: room.membership?.lastReadSeq ?? null,
			// The numbers of what was deleted count too, once it is known that nothing is missing.
			last: history.rev >= room.rev ? room.lastSeq : held,
			read: (to) => readTo(room.id, to),
		};
	}
	const talk = { roomId: room.id, threadId: thread.root.id };
	return {
		talk,
		numberOf,
		unread: threads.find(({ threadId }) => threadId === thread.root.id)?.unread ?? 0,
		lastRead: thread.lastReadThreadSeq,
		last: held,
		read: (to) => readThreadTo(talk, to),
	};
}
