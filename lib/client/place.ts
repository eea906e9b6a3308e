/** Where this browser was last, for the next visit. */
const LAST_ROOM = "parley.last-room";
const RECENT_ROOMS = "parley.recent-rooms";
const MOST_RECENT = 30;

export function lastRoom(): string | null {
	try {
		return localStorage.getItem(LAST_ROOM);
	} catch {
		return null;
	}
}

export function rememberRoom(id: string): void {
	try {
		localStorage.setItem(LAST_ROOM, id);
		const recent = [id, ...recentRooms().filter((other) => other !== id)].slice(0, MOST_RECENT);
		localStorage.setItem(RECENT_ROOMS, recent.join(" "));
	} catch {
		// A browser that keeps nothing begins anew.
	}
}

/** The last one first. */
export function recentRooms(): string[] {
	try {
		return localStorage.getItem(RECENT_ROOMS)?.split(" ") ?? [];
	} catch {
		return [];
	}
}

/** An address of our own to go to after signing in; anything else is the start. */
export function safeNext(next: string | null): string {
	if (!next || !URL.canParse(next, location.origin)) return "/";
	const url = new URL(next, location.origin);
	return url.origin === location.origin ? url.pathname + url.search : "/";
}
