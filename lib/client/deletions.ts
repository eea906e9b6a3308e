/**
 * Messages that I deleted a moment ago and may still want back: gone here, and deleted in the server a little later, or as soon as
 * one looks away. If the page dies before, nothing was deleted, which is the safe side.
 */
import { deleteMessage } from "./api.ts";
import { ClientError } from "./errors.ts";
import { createStore, useStore } from "./store.ts";

type Told = {
	/** It can no longer be undone. */
	onSent: () => void;
	/** It was not deleted, and is shown again. */
	onRefused: (error: unknown) => void;
};

const hidden = createStore<ReadonlySet<string>>(new Set());
const waiting = new Map<string, Told & { roomId: string }>();

export const useDeleted = () => useStore(hidden, (ids) => ids);

export function deleteLater({ id, roomId }: { id: string; roomId: string }, told: Told): void {
	listen();
	waiting.set(id, { ...told, roomId });
	hide(id, true);
}

export function undoDeletion(id: string): void {
	if (waiting.delete(id)) hide(id, false);
}

/** Also for one that was refused, to try again. */
export async function deleteNow(id: string, onRefused?: Told["onRefused"]): Promise<void> {
	const told = waiting.get(id);
	waiting.delete(id);
	hide(id, true);
	told?.onSent();
	try {
		await deleteMessage(id);
	} catch (error) {
		// Somebody else was faster.
		if (error instanceof ClientError && error.code === "message-not-found") return;
		hide(id, false);
		(onRefused ?? told?.onRefused)?.(error);
	}
}

/** The last one can be undone from the keyboard. Answers whether there was one. */
export function undoLastDeletion(): boolean {
	const [last] = [...waiting].slice(-1);
	if (!last) return false;
	const [id, { onSent }] = last;
	onSent();
	undoDeletion(id);
	return true;
}

/** @param roomId undefined: of all rooms */
export function deleteAllWaiting(roomId?: string): void {
	for (const [id, message] of [...waiting]) {
		if (roomId === undefined || message.roomId === roomId) void deleteNow(id);
	}
}

function hide(id: string, isHidden: boolean): void {
	hidden.set((ids) => {
		if (ids.has(id) === isHidden) return ids;
		return isHidden ? new Set([...ids, id]) : new Set([...ids].filter((other) => other !== id));
	});
}

let listens = false;

/** A page that is hidden may never be shown again. */
function listen(): void {
	if (listens) return;
	listens = true;
	addEventListener("pagehide", () => deleteAllWaiting());
	document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && deleteAllWaiting());
}
