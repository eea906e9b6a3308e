import type { Standing } from "./on-screen";

type Place = "end" | Standing[];

const places = new Map<string, { run: number; place: Place }>();

/** Where somebody was in a room when he left it, as long as the page lives and holds the same messages. */
export function keptPlace(roomId: string, run: number): Place | undefined {
	const kept = places.get(roomId);
	return kept?.run === run ? kept.place : undefined;
}

export function keepPlace(roomId: string, run: number, place: Place): void {
	places.set(roomId, { run, place });
}
