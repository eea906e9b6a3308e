/** What a person keeps for himself, and how the socket's events change it: as `state.ts` does it for rooms. Pure functions. */
import type { FollowedThread } from "../shared/schemas/message.ts";
import type { StateEvent } from "./state.ts";

/** @param saved ids of messages, the last saved first */
export function applyToSaved(saved: string[], event: StateEvent): string[] {
	if (event.name !== "saved:changed") return saved;
	const { messageId, saved: isSaved } = event.payload;
	if (saved.includes(messageId) === isSaved) return saved;
	return isSaved ? [messageId, ...saved] : saved.filter((id) => id !== messageId);
}

/** @param threads those that one follows and in which something is unread */
export function applyToThreads(threads: FollowedThread[], event: StateEvent): FollowedThread[] {
	if (event.name === "membership:removed") return threads.filter(({ roomId }) => roomId !== event.payload.roomId);
	if (event.name !== "thread:changed") return threads;
	const { thread } = event.payload;
	const others = threads.filter(({ threadId }) => threadId !== thread.threadId);
	return thread.following && thread.unread > 0 ? [...others, thread] : others;
}
