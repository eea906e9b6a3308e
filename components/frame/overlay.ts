import { createStore, useStore } from "@/lib/client/store";

/** What can lie over the page: one at a time, opened from anywhere. */
export type Overlay =
	| { name: "switcher" }
	| { name: "shortcuts" }
	| { name: "status" }
	| { name: "room"; roomName?: string }
	| { name: "direct" };

const shown = createStore<Overlay | undefined>(undefined);

export const useOverlay = () => useStore(shown, (state) => state);

export function openOverlay(overlay: Overlay): void {
	shown.set(() => overlay);
}

export function closeOverlay(): void {
	shown.set(() => undefined);
}
