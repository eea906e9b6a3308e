"use client";
import { useEffect, useEffectEvent } from "react";
import { heldRoom } from "@/lib/client/cache";
import { readAll } from "@/lib/client/read-all";
import { readTo } from "@/lib/client/read-marks";
import { inOrder, isUnread } from "@/lib/client/room-order";
import { searchLine } from "@/lib/client/rooms";
import { useRooms } from "@/lib/client/session";
import { toggleSidebar } from "@/lib/client/sidebar";
import { usePath } from "./address";
import { movePane } from "./move-pane";
import { roomPath, searchPath, setPanel, useGo, useRoomId } from "./navigation";
import { openOverlay } from "./overlay";

/** What lies over the page and takes Esc, or all keys, for itself. */
const FLOATING = "dialog[open], [role=menu], [role=listbox], [role=dialog], [data-floating]";

/** The keys that work everywhere in the chat; `components/shortcuts` lists them. */
export function useFrameKeys(): void {
	const rooms = useRooms();
	const here = useRoomId();
	const inChat = usePath() !== "/";
	const go = useGo();

	function nextRoom(back: boolean, unreadOnly: boolean) {
		const { favorites, named, direct } = inOrder(rooms);
		const all = [...favorites, ...named, ...direct].filter((room) => !unreadOnly || room.id === here || isUnread(room));
		const at = all.findIndex((room) => room.id === here);
		const next = all.at(back ? (at <= 0 ? -1 : at - 1) : (at + 1) % all.length);
		if (next && next.id !== here) go(roomPath(next.id));
	}

	function closeOrRead() {
		if (new URLSearchParams(window.location.search).has("panel")) return setPanel(null);
		const room = here && heldRoom(here);
		if (room && inChat && (room.membership?.unread ?? 0) > 0) readTo(room.id, room.lastSeq);
	}

	/** Here: in the room that is open. */
	function lineHere(): string {
		const room = here && heldRoom(here);
		return room ? searchLine(room) : "";
	}

	/** @returns whether the key meant something here */
	function run(event: KeyboardEvent): boolean {
		const { key, altKey, shiftKey } = event;
		const mod = event.ctrlKey || event.metaKey;
		if (mod && !altKey && !shiftKey && key.toLowerCase() === "k") return done(() => openOverlay({ name: "switcher" }));
		if (document.querySelector(FLOATING)) return false;
		if (mod && !altKey && key.toLowerCase() === "f" && !isSearchField(event.target))
			return done(() => go(searchPath(shiftKey ? "" : lineHere())));
		if (mod && !altKey && shiftKey && key.toLowerCase() === "s") return done(toggleSidebar);
		if (mod) return false;
		if (altKey && (key === "ArrowUp" || key === "ArrowDown")) return done(() => nextRoom(key === "ArrowUp", shiftKey));
		if (altKey) return false;
		if (key === "F6") return done(() => movePane(shiftKey));
		if (key === "Escape") return done(shiftKey ? () => readAll(rooms) : closeOrRead);
		if (key === "?" && !isTyping(event.target)) return done(() => openOverlay({ name: "shortcuts" }));
		return false;
	}

	const onKey = useEffectEvent((event: KeyboardEvent) => {
		// What takes the arrows for itself does not mean those with Alt.
		if ((event.defaultPrevented && !event.altKey) || event.isComposing) return;
		if (run(event)) event.preventDefault();
	});
	useEffect(() => {
		const listener = (event: KeyboardEvent) => onKey(event);
		addEventListener("keydown", listener);
		return () => removeEventListener("keydown", listener);
	}, []);
}

function done(action: () => void): true {
	action();
	return true;
}

/** Pressed once more, the keys mean the browser's own search. */
function isSearchField(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest("search") !== null;
}

function isTyping(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
