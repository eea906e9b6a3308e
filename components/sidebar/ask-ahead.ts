import { fetchAhead } from "@/lib/client/rooms";

/** A hand that only passes over the list rests on no room for that long. */
const RESTS_MS = 40;

let timer: ReturnType<typeof setTimeout> | undefined;
let restsOn: string | undefined;

/** The pointer is on something in the list: who rests on a room is about to go there, and its messages can be on their way. */
export function askSoon(target: EventTarget): void {
	const roomId = roomOf(target);
	if (roomId === restsOn) return;
	askNoMore();
	restsOn = roomId;
	if (roomId) timer = setTimeout(() => fetchAhead(roomId), RESTS_MS);
}

/** It is pressed: the click comes when it is let go. */
export function askNow(target: EventTarget): void {
	const roomId = roomOf(target);
	if (roomId) fetchAhead(roomId);
}

export function askNoMore(): void {
	clearTimeout(timer);
	restsOn = undefined;
}

function roomOf(target: EventTarget): string | undefined {
	const row = target instanceof Element ? target.closest("[data-room]") : null;
	return row instanceof HTMLElement ? row.dataset.room : undefined;
}
