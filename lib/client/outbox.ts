/**
 * Messages that are written and not yet acknowledged. They are shown at once and sent in order, one after the other in each room,
 * with an id that stays the same however often they are sent: the server makes one message of it. Kept for this tab over a reload.
 */
import { useMemo } from "react";
import { newId } from "../shared/ids.ts";
import type { Message, MessageInput } from "../shared/schemas/message.ts";
import { sendMessage } from "./api.ts";
import { applyMessage, heldBootstrap } from "./cache.ts";
import { ClientError, isPassing, sentenceOf } from "./errors.ts";
import { createStore, type Store, useStore } from "./store.ts";

export type Pending = { id: string; roomId: string; text: string; at: string; failed?: string };

export type Door = {
	send: (roomId: string, body: MessageInput) => Promise<Message>;
	sent: (message: Message) => void;
	load: () => Pending[];
	save: (pending: Pending[]) => void;
};

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

export function createOutbox(door: Door) {
	const store: Store<Pending[]> = createStore(door.load());
	const sending = new Set<string>();
	let wakers: (() => void)[] = [];
	store.subscribe(() => door.save(store.get()));

	async function sendAllOf(roomId: string): Promise<void> {
		if (sending.has(roomId)) return;
		sending.add(roomId);
		for (let next = firstOf(roomId), tries = 0; next; next = firstOf(roomId)) {
			tries = (await deliver(next, tries)) ? 0 : tries + 1;
		}
		sending.delete(roomId);
	}

	/** Answers whether the line moves on: the message is written, or refused for good. */
	async function deliver({ id, roomId, text }: Pending, tries: number): Promise<boolean> {
		try {
			door.sent(await door.send(roomId, { id, text }));
			drop(id);
			return true;
		} catch (error) {
			if (isPassing(error)) {
				await pause(retryAfter(error, tries));
				return false;
			}
			change(id, (pending) => ({ ...pending, failed: sentenceOf(error) }));
			return true;
		}
	}

	function pause(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, ms);
			wakers.push(() => {
				clearTimeout(timer);
				resolve();
			});
		});
	}

	function firstOf(roomId: string): Pending | undefined {
		return store.get().find((pending) => pending.roomId === roomId && pending.failed === undefined);
	}

	function change(id: string, edit: (pending: Pending) => Pending): void {
		store.set((all) => all.map((pending) => (pending.id === id ? edit(pending) : pending)));
	}

	function drop(id: string): void {
		store.set((all) => (all.some((pending) => pending.id === id) ? all.filter((pending) => pending.id !== id) : all));
	}

	return {
		store,
		add(roomId: string, text: string): void {
			store.set((all) => [...all, { id: newId(), roomId, text, at: new Date().toISOString() }]);
			void sendAllOf(roomId);
		},
		retry(id: string): void {
			change(id, ({ failed: _, ...pending }) => pending);
			for (const pending of store.get()) if (pending.id === id) void sendAllOf(pending.roomId);
		},
		discard: drop,
		/** The message with this id is in the room. */
		settle: drop,
		/** The server may be there again: whatever waits is sent now. */
		wake(): void {
			const waiting = wakers;
			wakers = [];
			for (const wakeUp of waiting) wakeUp();
			for (const { roomId } of store.get()) void sendAllOf(roomId);
		},
	};
}

function retryAfter(error: unknown, tries: number): number {
	const asked = error instanceof ClientError ? error.retryAfterMs : undefined;
	return asked ?? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries);
}

let instance: ReturnType<typeof createOutbox> | undefined;

export function outbox() {
	instance ??= createOutbox({
		send: sendMessage,
		sent: (message) => message.deletedAt === null && applyMessage("message:created", message),
		load,
		save: (pending) => sessionStorage.setItem(storageKey(), JSON.stringify(pending)),
	});
	return instance;
}

/** What waits to be sent to a room, oldest first. */
export function usePending(roomId: string): Pending[] {
	const all = useStore(outbox().store, (pending) => pending);
	return useMemo(() => all.filter((pending) => pending.roomId === roomId), [all, roomId]);
}

function load(): Pending[] {
	if (typeof sessionStorage === "undefined") return [];
	return JSON.parse(sessionStorage.getItem(storageKey()) ?? "[]") as Pending[];
}

/** By person: a tab may be used by one after the other. */
function storageKey(): string {
	return `parley.outbox.${heldBootstrap()?.me.id ?? ""}`;
}
