"use client";
import { useEffect, useRef } from "react";
import type { ShownHistory } from "@/lib/client/cache";
import { readTo } from "@/lib/client/read-marks";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Span } from "./on-screen";
import { isNew } from "./rows";

type Seen = { span: Span | undefined; atEnd: boolean };

/** Several messages that are scrolled past are one mark. */
const MARKED_AFTER_MS = 150;

/**
 * Marks read what is on the screen while somebody looks at it. Going on from the first unread message, that is; at the end of the
 * room it is all, however one came there. An old message that is looked up marks nothing.
 * @returns to be told of what is seen
 */
export function useReading(room: RoomView, history: ShownHistory, looking: boolean) {
	const me = useMe();
	const seen = useRef<Seen>({ span: undefined, atEnd: false });
	const marked = useRef(0);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const unread = room.membership?.unread ?? 0;
	const lastRead = room.membership?.lastReadSeq ?? 0;

	function seenTo(): number {
		const { span, atEnd } = seen.current;
		const held = history.items.at(-1)?.seq ?? 0;
		// The numbers of what was deleted count too, once it is known that nothing is missing.
		if (atEnd) return history.rev >= room.rev ? room.lastSeq : held;
		const firstNew = history.items.find((message) => isNew(message, lastRead, me))?.seq;
		const isWhole = !history.hasBefore || (history.items[0]?.seq ?? 0) <= lastRead + 1;
		if (!span || !isWhole || !firstNew || span.from > firstNew || span.to < firstNew) return 0;
		return Math.min(span.to, held);
	}

	function mark(): void {
		if (!looking || unread === 0) return;
		const to = seenTo();
		// What is unread may not be held yet, and the room that is drawn may be older than the mark: each number is marked once.
		if (to <= Math.max(lastRead, marked.current)) return;
		marked.current = to;
		readTo(room.id, to);
	}

	const latest = useRef(mark);
	useEffect(() => {
		latest.current = mark;
		mark();
	});
	useEffect(() => () => clearTimeout(timer.current), []);

	return (span: Span | undefined, atEnd: boolean): void => {
		seen.current = { span, atEnd };
		clearTimeout(timer.current);
		timer.current = setTimeout(() => latest.current(), MARKED_AFTER_MS);
	};
}
