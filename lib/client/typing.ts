import type { ServerEvent } from "../shared/events.ts";
import { TYPING_SENT_EVERY_MS, TYPING_SHOWN_FOR_MS } from "../shared/limits.ts";
import { heldBootstrap } from "./cache.ts";
import { createStore, useStore } from "./store.ts";

const NOBODY: string[] = [];
const typing = createStore<Record<string, string[]>>({});
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const lastSent = new Map<string, number>();
let emit: (roomId: string) => void = () => {};

export function startTyping(emitTyping: (roomId: string) => void): void {
	emit = emitTyping;
}

/** Who types in a room, in the order in which they began. */
export function useTyping(roomId: string): string[] {
	return useStore(typing, (rooms) => rooms[roomId] ?? NOBODY);
}

export function showTyping({ roomId, userId, threadId }: ServerEvent<"typing">): void {
	if (threadId !== undefined || userId === heldBootstrap()?.me.id) return;
	const name = `${roomId} ${userId}`;
	clearTimeout(timers.get(name));
	timers.set(
		name,
		setTimeout(() => stopTyping(roomId, userId), TYPING_SHOWN_FOR_MS),
	);
	typing.set((rooms) => {
		const people = rooms[roomId] ?? NOBODY;
		return people.includes(userId) ? rooms : { ...rooms, [roomId]: [...people, userId] };
	});
}

export function stopTyping(roomId: string, userId: string): void {
	clearTimeout(timers.get(`${roomId} ${userId}`));
	typing.set((rooms) => {
		const people = rooms[roomId] ?? NOBODY;
		return people.includes(userId) ? { ...rooms, [roomId]: people.filter((id) => id !== userId) } : rooms;
	});
}

/** Called for each key; said at most every three seconds. */
export function sayTyping(roomId: string, now = Date.now()): void {
	if (now - (lastSent.get(roomId) ?? 0) < TYPING_SENT_EVERY_MS) return;
	lastSent.set(roomId, now);
	emit(roomId);
}

/** A message was sent: the next key says it again at once. */
export function typingEnded(roomId: string): void {
	lastSent.delete(roomId);
}
