import type { ViewedFile } from "@/components/files/viewed-file";
import { createStore, useStore } from "@/lib/client/store";
import type { RoomView } from "@/lib/shared/schemas/room";

/** What can lie over the page: one at a time, opened from anywhere. */
export type Overlay =
	/** `text`: what was typed before it was there. */
	| { name: "switcher"; text?: string }
	| { name: "day"; roomId: string }
	| { name: "shortcuts" }
	| { name: "status" }
	| { name: "doNotDisturb" }
	| { name: "room"; roomName?: string }
	| { name: "direct" }
	| { name: "personFields"; userId: string }
	| { name: "members"; room: RoomView }
	| { name: "turn"; room: RoomView }
	| { name: "invites"; room: RoomView }
	| { name: "viewer"; files: ViewedFile[]; start: string };

const shown = createStore<Overlay | undefined>(undefined);

export const useOverlay = () => useStore(shown, (state) => state);

export function openOverlay(overlay: Overlay): void {
	shown.set(() => overlay);
}

export function closeOverlay(): void {
	shown.set(() => undefined);
}
