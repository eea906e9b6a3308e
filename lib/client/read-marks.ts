import { READ_MARK_EVERY_MS } from "../shared/limits.ts";
import { markRead } from "./api.ts";
import { applyRoom, changeRooms } from "./cache.ts";
import { isPassing } from "./errors.ts";
import { markReadTo } from "./state.ts";

type Mark = { seq: number; sent: number; timer: ReturnType<typeof setTimeout> | undefined };

const TRIED_AGAIN_AFTER_MS = 5_000;

const marks = new Map<string, Mark>();

/**
 * The room is read up to here, as far as I see. The first mark is sent at once, so that other devices clear the count;
 * further ones at most every two seconds.
 */
export function readTo(roomId: string, seq: number, now = Date.now()): void {
	changeRooms((rooms) => markReadTo(rooms, roomId, seq));
	const mark = marks.get(roomId) ?? { seq: 0, sent: 0, timer: undefined };
	marks.set(roomId, mark);
	mark.seq = Math.max(mark.seq, seq);
	mark.timer ??= setTimeout(() => void send(roomId, mark), Math.max(0, mark.sent + READ_MARK_EVERY_MS - now));
}

async function send(roomId: string, mark: Mark): Promise<void> {
	mark.timer = undefined;
	mark.sent = Date.now();
	try {
		applyRoom(await markRead(roomId, mark.seq));
	} catch (error) {
		// Whoever has seen it need not look again because the connection was away.
		if (isPassing(error)) mark.timer ??= setTimeout(() => void send(roomId, mark), TRIED_AGAIN_AFTER_MS);
	}
}
