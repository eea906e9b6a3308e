import { READ_MARK_EVERY_MS } from "../shared/limits.ts";
import { markRead, markThreadRead } from "./api.ts";
import { applyRoom, changeRooms } from "./cache.ts";
import { isPassing } from "./errors.ts";
import { markReadTo } from "./state.ts";

type Mark = { seq: number; sent: number; timer: ReturnType<typeof setTimeout> | undefined };
type Send = (seq: number) => Promise<unknown>;

const TRIED_AGAIN_AFTER_MS = 5_000;

/** By the id of the room or the thread. */
const marks = new Map<string, Mark>();
/** Rooms that were marked unread: being looked at does not make them read before they are left. */
const keptUnread = new Set<string>();

/**
 * The room is read up to here, as far as I see. The first mark is sent at once, so that other devices clear the count;
 * further ones at most every two seconds.
 */
export function readTo(roomId: string, seq: number, now = Date.now()): void {
	keptUnread.delete(roomId);
	changeRooms((rooms) => markReadTo(rooms, roomId, seq));
	raise(roomId, seq, now, async (to) => applyRoom(await markRead(roomId, to)));
}

/** The same for a thread; what it shows is changed by `threads.ts`. */
export function tellThreadRead(threadId: string, seq: number, now = Date.now()): void {
	raise(threadId, seq, now, (to) => markThreadRead(threadId, to));
}

/** What is marked unread by hand must not be read again by a mark that still waits. */
export function forgetMark(id: string): void {
	clearTimeout(marks.get(id)?.timer);
	marks.delete(id);
}

/** What stands from this number on is unread again, on all my devices, until I come back to the room. @throws ClientError */
export async function markUnread(roomId: string, from: number): Promise<void> {
	forgetMark(roomId);
	const room = await markRead(roomId, from - 1);
	keptUnread.add(roomId);
	applyRoom(room);
}

export const isKeptUnread = (roomId: string): boolean => keptUnread.has(roomId);

/** The room is left, or nothing in it is unread any more. */
export const letBeRead = (roomId: string): void => void keptUnread.delete(roomId);

function raise(id: string, seq: number, now: number, tell: Send): void {
	const mark = marks.get(id) ?? { seq: 0, sent: 0, timer: undefined };
	marks.set(id, mark);
	mark.seq = Math.max(mark.seq, seq);
	mark.timer ??= setTimeout(() => void send(mark, tell), Math.max(0, mark.sent + READ_MARK_EVERY_MS - now));
}

async function send(mark: Mark, tell: Send): Promise<void> {
	mark.timer = undefined;
	mark.sent = Date.now();
	try {
		await tell(mark.seq);
	} catch (error) {
		// Whoever has seen it need not look again because the connection was away.
		if (isPassing(error)) mark.timer ??= setTimeout(() => void send(mark, tell), TRIED_AGAIN_AFTER_MS);
	}
}
