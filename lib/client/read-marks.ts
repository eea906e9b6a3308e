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

/**
 * The room is read up to here, as far as I see. The first mark is sent at once, so that other devices clear the count;
 * further ones at most every two seconds.
 */
export function readTo(roomId: string, seq: number, now = Date.now()): void {
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
