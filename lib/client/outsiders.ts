import type { ServerEvent } from "../shared/events.ts";

export type OutsidersOf = ServerEvent<"mention:outside">;

let hear: ((outsiders: OutsidersOf) => void) | undefined;
/** Of messages that were sent before what tells of it was fetched. */
let unheard: OutsidersOf[] = [];

/** Calls `listener` when a message of mine named people who are not in its room. Answers how to stop it. */
export function onOutsiders(listener: (outsiders: OutsidersOf) => void): () => void {
	hear = listener;
	unheard.forEach(listener);
	unheard = [];
	return () => {
		hear = undefined;
	};
}

export function hearOfOutsiders(outsiders: OutsidersOf): void {
	if (hear) hear(outsiders);
	else unheard.push(outsiders);
}
