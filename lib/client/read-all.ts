import type { RoomView } from "../shared/schemas/room.ts";
import { readTo } from "./read-marks.ts";
import { readAllThreads } from "./threads.ts";

/** All that is unread in all rooms and threads. */
export function readAll(rooms: RoomView[]): void {
	for (const { id, lastSeq, membership } of rooms) if ((membership?.unread ?? 0) > 0) readTo(id, lastSeq);
	// What could not be read now is still there to be read.
	void readAllThreads().catch(() => {});
}
