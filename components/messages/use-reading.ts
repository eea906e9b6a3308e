"use client";
import { useEffect, useRef } from "react";
import type { ShownHistory } from "@/lib/client/cache";
import { isKeptUnread, letBeRead } from "@/lib/client/read-marks";
import { useMe } from "@/lib/client/session";
import type { Span } from "./on-screen";
import { isNew } from "./rows";
import type { HowFar } from "./use-how-far";

type Seen = { span: Span | undefined; atEnd: boolean };

/** Several messages that are scrolled past are one mark. */
const MARKED_AFTER_MS = 150;

/**
 * Marks read what is on the screen while somebody looks at it. Going on from the first unread message, that is; at the end of the
 * room or thread it is all, however one came there. An old message that is looked up marks nothing.
 * @returns to be told of what is seen
 */
export function useReading(
	{ talk, numberOf, unread, last, read, ...howFar }: HowFar,
	history: ShownHistory,
	looking: boolean,
) {
	const me = useMe();
	const seen = useRef<Seen>({ span: undefined, atEnd: false });
	const marked = useRef(0);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const lastRead = howFar.lastRead ?? 0;
	const id = talk.threadId ?? talk.roomId;

	function seenTo(): number {
		const { span, atEnd } = seen.current;
		if (atEnd) return last;
		const [first, newest] = [history.items[0], history.items.at(-1)];
		const firstUnread = history.items.find((message) => isNew(message, numberOf(message), lastRead, me));
		const firstNew = firstUnread && numberOf(firstUnread);
		const isWhole = !history.hasBefore || (first ? numberOf(first) : 0) <= lastRead + 1;
		if (!newest || !span || !isWhole || !firstNew || span.from > firstNew || span.to < firstNew) return 0;
		return Math.min(span.to, numberOf(newest));
	}

	function mark(): void {
		if (unread === 0) letBeRead(id);
		if (!looking || unread === 0 || isKeptUnread(id)) return;
		const to = seenTo();
		// What is unread may not be held yet, and the room that is drawn may be older than the mark: each number is marked once.
		if (to <= Math.max(lastRead, marked.current)) return;
		marked.current = to;
		read(to);
	}

	const latest = useRef(mark);
	useEffect(() => {
		latest.current = mark;
		mark();
	});
	useEffect(() => () => clearTimeout(timer.current), []);
	useEffect(() => () => letBeRead(id), [id]);

	return (span: Span | undefined, atEnd: boolean): void => {
		seen.current = { span, atEnd };
		clearTimeout(timer.current);
		timer.current = setTimeout(() => latest.current(), MARKED_AFTER_MS);
	};
}
