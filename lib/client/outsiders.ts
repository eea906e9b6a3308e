import type { ServerEvent } from "../shared/events.ts";

export type OutsidersOf = ServerEvent<"mention:outside">;

let hear: (outsiders: OutsidersOf) => void = () => {};

/** Calls `listener` when a message of mine named people who are not in its room. Answers how to stop it. */
export function onOutsiders(listener: typeof hear): () => void {
	hear = listener;
	return () => {
		hear = () => {};
	};
}

export function hearOfOutsiders(outsiders: OutsidersOf): void {
	hear(outsiders);
}
