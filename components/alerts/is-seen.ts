import { BESIDE, roomPath, THREAD_PANEL, threadPath } from "@/components/frame/navigation";
import type { Message } from "@/lib/shared/schemas/message";

/** Whether the person looks at the room or the thread of a message now, in this tab. */
export function isSeen({ roomId, seq, threadId }: Message): boolean {
	if (document.visibilityState !== "visible" || !document.hasFocus()) return false;
	const { pathname, search } = window.location;
	const panel = new URLSearchParams(search).get("panel");
	const inThread =
		threadId !== null && (panel === THREAD_PANEL + threadId || pathname === threadPath(roomId, threadId));
	if (inThread && pathname.startsWith(roomPath(roomId))) return true;
	// Where there is no room beside it a panel covers the room.
	const isCovered = panel !== null && !window.matchMedia(BESIDE).matches;
	return seq !== null && pathname === roomPath(roomId) && !isCovered;
}
