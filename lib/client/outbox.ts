/**
 * Messages that are written and not yet acknowledged. They are shown at once and sent in order, one after the other in each room,
 * with an id that stays the same however often they are sent: the server makes one message of it. They are kept on this device for
 * the person, so that they outlive the page, and all tabs show them; the tabs take turns at sending.
 */
import { useMemo } from "react";
import type { ErrorCode } from "../shared/error-codes.ts";
import { newId } from "../shared/ids.ts";
import type { File } from "../shared/schemas/file.ts";
import type { Message, MessageInput, ReadableQuote } from "../shared/schemas/message.ts";
import { sendMessage } from "./api.ts";
import { applyMessage, heldBootstrap, type Talk } from "./cache.ts";
import { ClientError, isPassing } from "./errors.ts";
import { type Disk, diskOf } from "./outbox-disk.ts";
import { createStore, type Store, useStore } from "./store.ts";
import { inTurn, openChannel } from "./tabs.ts";

/** Why a message was refused: a key of the words `errors`. */
export type Failure = ErrorCode | "unreachable" | "unexpected";
/** Besides its text: a reply says to which thread, and whether the room gets it as well. */
export type PendingExtras = Omit<MessageInput, "id" | "text">;
export type Pending = {
	id: string;
	roomId: string;
	text: string;
	at: string;
	failed?: Failure;
	/** Those of `fileIds`, to be shown. */
	files?: File[];
	/** That of `quoteOf`, to be shown. */
	quote?: ReadableQuote;
} & PendingExtras;

/** The disk changed; and when that is because a message was written, which. */
export type News = { sent?: Message };

export type Door = {
	send: (roomId: string, body: MessageInput) => Promise<Message>;
	sent: (message: Message) => void;
	disk: Disk;
	/** One tab at a time does what has this name. */
	inTurn: <Result>(name: string, work: () => Promise<Result>) => Promise<Result | undefined>;
	tell: (news: News) => void;
};

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** Another tab wrote it and sends it, unless it was closed. */
const HELPED_AFTER_MS = 2_000;

export function createOutbox(door: Door) {
	const store: Store<Pending[]> = createStore<Pending[]>([]);
	const sending = new Set<string>();
	/** What this tab knows and the disk does not, yet or ever; null: that it is gone. */
	const unsaved = new Map<string, Pending | null>();
	let wakers: (() => void)[] = [];
	let helping: ReturnType<typeof setTimeout> | undefined;

	async function sendAllOf(roomId: string): Promise<void> {
		if (sending.has(roomId)) return;
		sending.add(roomId);
		for (let tries = 0; firstOf(roomId); ) {
			const error = await door.inTurn(roomId, () => sendFirstOf(roomId));
			// He may sign in again, and it waits for him.
			if (error?.code === "not-signed-in") break;
			if (error) await pause(retryAfter(error, tries++));
			else tries = 0;
		}
		sending.delete(roomId);
	}

	/** Answers why it has to be tried again; nothing when the line moves on: the message is written, or refused for good. */
	async function sendFirstOf(roomId: string): Promise<ClientError | undefined> {
		// Other tabs had their turn before.
		await reread();
		const next = firstOf(roomId);
		if (!next) return;
		try {
			const { roomId: _room, at: _at, failed: _failed, files: _files, quote: _quote, ...body } = next;
			const message = await door.send(roomId, body);
			door.sent(message);
			door.tell({ sent: message });
			await change(next.id, null);
		} catch (error) {
			if (error instanceof ClientError && (isPassing(error) || error.code === "not-signed-in")) return error;
			const failed = error instanceof ClientError ? error.code : "unexpected";
			// Taken back meanwhile, perhaps.
			if (find(next.id)) await change(next.id, { ...next, failed });
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

	/** At once in what is shown; done when it is on the disk too, or the disk has refused. */
	async function change(id: string, pending: Pending | null): Promise<void> {
		if (!pending && !store.get().some((held) => held.id === id)) return;
		unsaved.set(id, pending);
		store.set((all) => inOrder([...all.filter((held) => held.id !== id), ...(pending ? [pending] : [])]));
		await save(id, pending);
		door.tell({});
	}

	async function save(id: string, pending: Pending | null): Promise<void> {
		try {
			await (pending ? door.disk.put(pending) : door.disk.remove(id));
			if (unsaved.get(id) === pending) unsaved.delete(id);
		} catch {
			// Full, or not allowed: it lives as long as this page, which sends it all the same.
		}
	}

	async function reread(): Promise<void> {
		const saved = await door.disk.all().catch(() => undefined);
		if (!saved) return;
		const known = [...unsaved.values()].filter((pending) => pending !== null);
		const all = inOrder([...saved.filter(({ id }) => !unsaved.has(id)), ...known]);
		store.set((held) => (isSame(held, all) ? held : all));
	}

	function sendAll(): void {
		for (const { roomId } of store.get()) void sendAllOf(roomId);
	}

	function find(id: string): Pending | undefined {
		return store.get().find((pending) => pending.id === id);
	}

	return {
		store,
		/** Done when it is kept so that it outlives the page, or cannot be. */
		add(roomId: string, text: string, extras: PendingExtras & Pick<Pending, "files" | "quote"> = {}): Promise<void> {
			// Later than all that wait, whatever the clock says: their order is that of their times.
			const last = Math.max(0, ...store.get().map((pending) => Date.parse(pending.at)));
			const now = Math.max(Date.now(), last + 1);
			const id = newId(now);
			const kept = change(id, { id, roomId, text, at: new Date(now).toISOString(), ...extras });
			void sendAllOf(roomId);
			return kept;
		},
		retry(id: string): void {
			const pending = find(id);
			if (!pending) return;
			const { failed: _, ...again } = pending;
			void change(id, again);
			void sendAllOf(pending.roomId);
		},
		discard: (id: string): void => void change(id, null),
		/** The message with this id is in the room. */
		settle: (id: string): void => void change(id, null),
		/** The server may be there again: whatever waits is sent now. */
		async wake(): Promise<void> {
			const waiting = wakers;
			wakers = [];
			for (const wakeUp of waiting) wakeUp();
			for (const [id, pending] of unsaved) void save(id, pending);
			await reread();
			sendAll();
		},
		/** Another tab did something. */
		async hear({ sent }: News): Promise<void> {
			if (sent) door.sent(sent);
			await reread();
			clearTimeout(helping);
			if (store.get().length > 0) helping = setTimeout(sendAll, HELPED_AFTER_MS);
		},
		/** The person has signed out: nothing of his stays. */
		async forget(): Promise<void> {
			unsaved.clear();
			store.set(() => []);
			await door.disk.clear().catch(() => {});
		},
	};
}

function inOrder(all: Pending[]): Pending[] {
	return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

function isSame(held: Pending[], all: Pending[]): boolean {
	return (
		held.length === all.length && held.every(({ id, failed }, at) => id === all[at]?.id && failed === all[at]?.failed)
	);
}

function retryAfter(error: ClientError, tries: number): number {
	return error.retryAfterMs ?? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries);
}

let instance: ReturnType<typeof createOutbox> | undefined;

export function outbox() {
	instance ??= openOutbox(heldBootstrap()?.me.id ?? "");
	return instance;
}

/** By person: a browser may be used by one after the other. */
function openOutbox(personId: string) {
	const name = `parley.outbox.${personId}`;
	const channel = openChannel<News>(name, (news) => void opened.hear(news));
	const opened = createOutbox({
		send: sendMessage,
		sent: (message) => message.deletedAt === null && applyMessage("message:created", message),
		disk: diskOf(personId),
		inTurn: (roomId, work) => inTurn(`${name}.${roomId}`, work),
		tell: channel.tell,
	});
	return opened;
}

/** What waits to be sent to a room or to a thread, oldest first. */
export function usePending({ roomId, threadId }: Talk): Pending[] {
	const all = useStore(outbox().store, (pending) => pending);
	return useMemo(() => all.filter((pending) => belongsTo({ roomId, threadId }, pending)), [all, roomId, threadId]);
}

export function belongsTo({ roomId, threadId }: Talk, pending: Pending): boolean {
	if (threadId !== undefined) return pending.threadId === threadId;
	return pending.roomId === roomId && (pending.threadId === undefined || pending.alsoToRoom === true);
}
