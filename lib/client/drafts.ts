import { heldBootstrap } from "./cache.ts";

/** What was begun and not sent, by room; kept in this tab over a reload. */
export function draftOf(roomId: string): string {
	return sessionStorage.getItem(key(roomId)) ?? "";
}

export function keepDraft(roomId: string, text: string): void {
	if (text === "") sessionStorage.removeItem(key(roomId));
	else sessionStorage.setItem(key(roomId), text);
}

/** By person: a tab may be used by one after the other. */
function key(roomId: string): string {
	return `parley.draft.${heldBootstrap()?.me.id ?? ""}.${roomId}`;
}
