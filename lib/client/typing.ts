import type { ServerEvent } from "../shared/events.ts";
import { TYPING_SENT_EVERY_MS, TYPING_SHOWN_FOR_MS } from "../shared/limits.ts";
import { heldBootstrap, type Talk } from "./cache.ts";
import { createStore, useStore } from "./store.ts";

const NOBODY: string[] = [];
const typing = createStore<Record<string, string[]>>({});
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const lastSent = new Map<string, number>();
let emit: (talk: Talk) => void = () => {};

export function startTyping(emitTyping: (talk: Talk) => void): void {
	emit = emitTyping;
}

/** Who types in a room or in a thread, in the order in which they began. */
export function useTyping(talk: Talk): string[] {
	return useStore(typing, (places) => places[placeOf(talk)] ?? NOBODY);
}

export function showTyping({ userId, ...talk }: ServerEvent<"typing">): void {
	if (userId === heldBootstrap()?.me.id) return;
	const place = placeOf(talk);
	const name = `${place} ${userId}`;
	clearTimeout(timers.get(name));
	timers.set(
		name,
		setTimeout(() => stopTyping(talk, userId), TYPING_SHOWN_FOR_MS),
	);
	typing.set((places) => {
		const people = places[place] ?? NOBODY;
		return people.includes(userId) ? places : { ...places, [place]: [...people, userId] };
	});
}

export function stopTyping(talk: Talk, userId: string): void {
	const place = placeOf(talk);
	clearTimeout(timers.get(`${place} ${userId}`));
	typing.set((places) => {
		const people = places[place] ?? NOBODY;
		return people.includes(userId) ? { ...places, [place]: people.filter((id) => id !== userId) } : places;
	});
}

/** Called for each key; said at most every three seconds. */
export function sayTyping(talk: Talk, now = Date.now()): void {
	const place = placeOf(talk);
	if (now - (lastSent.get(place) ?? 0) < TYPING_SENT_EVERY_MS) return;
	lastSent.set(place, now);
	emit(talk);
}

/** A message was sent: the next key says it again at once. */
export function typingEnded(talk: Talk): void {
	lastSent.delete(placeOf(talk));
}

function placeOf({ roomId, threadId }: Talk): string {
	return threadId ?? roomId;
}
