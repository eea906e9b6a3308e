/** My reactions of which the server has not said yet that it has them: shown at once, and as it was when it refuses. */
import type { Message } from "../shared/schemas/message.ts";
import { react, unreact } from "./api.ts";
import { applyMessage } from "./cache.ts";
import { createStore, useStore } from "./store.ts";

export type ReactionChange = { messageId: string; emoji: string; on: boolean };

const underWay = createStore<readonly ReactionChange[]>([]);
let turn: Promise<unknown> = Promise.resolve();

export const useReactionsUnderWay = () => useStore(underWay, (changes) => changes);

/** In the order in which it was asked for, however fast that was. @throws ClientError, and it is as before */
export async function setReaction(messageId: string, emoji: string, on: boolean): Promise<void> {
	const change = { messageId, emoji, on };
	underWay.set((changes) => [...changes, change]);
	const sent = turn.then(() => (on ? react(messageId, emoji) : unreact(messageId, emoji)));
	turn = sent.catch(() => {});
	try {
		applyMessage("message:changed", await sent);
	} finally {
		underWay.set((changes) => changes.filter((other) => other !== change));
	}
}

export function reactedWith({ reactions }: Message, emoji: string, meId: string): boolean {
	return reactions.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(meId));
}

/** Messages as they will be. The same ones, and the same list, where nothing is under way. */
export function withReactions(messages: Message[], changes: readonly ReactionChange[], meId: string): Message[] {
	if (changes.length === 0) return messages;
	const concerned = new Set(changes.map(({ messageId }) => messageId));
	return messages.map((message) => {
		if (!concerned.has(message.id)) return message;
		return changes.reduce((changed, change) => withReaction(changed, change, meId), message);
	});
}

function withReaction(message: Message, { messageId, emoji, on }: ReactionChange, meId: string): Message {
	if (message.id !== messageId || reactedWith(message, emoji, meId) === on) return message;
	const { reactions } = message;
	if (on && !reactions.some((reaction) => reaction.emoji === emoji)) {
		return { ...message, reactions: [...reactions, { emoji, userIds: [meId] }] };
	}
	const changed = reactions.map(({ emoji: each, userIds }) => {
		if (each !== emoji) return { emoji: each, userIds };
		return { emoji, userIds: on ? [...userIds, meId] : userIds.filter((id) => id !== meId) };
	});
	return { ...message, reactions: changed.filter(({ userIds }) => userIds.length > 0) };
}
