/** What a person keeps for himself, and how the socket's events change it: as `state.ts` does it for rooms. Pure functions. */
import type { FollowedThread, InboxThread } from "../shared/schemas/message.ts";
import type { Preferences } from "../shared/schemas/preferences.ts";
import type { StateEvent } from "./state.ts";

export function applyToPreferences(preferences: Preferences, event: StateEvent): Preferences {
	return event.name === "preferences:changed" ? event.payload.preferences : preferences;
}

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

/** @param inbox a piece of the list of threads that one follows; one that is not in it does not come in */
export function applyToInbox(inbox: InboxThread[], event: StateEvent): InboxThread[] {
	switch (event.name) {
		case "message:changed":
			return changed(inbox, event.payload.message.id, (held) => {
				const { message } = event.payload;
				return message.rev > held.root.rev ? { ...held, root: message } : held;
			});
		case "message:deleted":
			return changed(inbox, event.payload.id, (held) => {
				const { rev, at } = event.payload;
				return { ...held, root: { ...held.root, rev, text: "", deletedAt: at, reactions: [] } };
			});
		case "thread:changed": {
			const { threadId, following, unread, lastAt } = event.payload.thread;
			if (!following) return without(inbox, ({ root }) => root.id === threadId);
			return changed(inbox, threadId, (held) => ({ ...held, unread, lastAt }));
		}
		case "membership:removed":
			return without(inbox, ({ root }) => root.roomId === event.payload.roomId);
		default:
			return inbox;
	}
}

function changed(inbox: InboxThread[], id: string, change: (held: InboxThread) => InboxThread): InboxThread[] {
	return inbox.some(({ root }) => root.id === id)
		? inbox.map((held) => (held.root.id === id ? change(held) : held))
		: inbox;
}

function without(inbox: InboxThread[], isGone: (held: InboxThread) => boolean): InboxThread[] {
	return inbox.some(isGone) ? inbox.filter((held) => !isGone(held)) : inbox;
}
