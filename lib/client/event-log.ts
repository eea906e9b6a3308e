/**
 * The events of the last while. A fetch answers what was true when the server read it; what was pushed while it was under way
 * is applied again on top of the answer (events may come twice, see `state.ts`), so that nothing falls between the two.
 */
import type { StateEvent } from "./state.ts";

const EVENTS_KEPT = 2_000;

let events: StateEvent[] = [];
let dropped = 0;

export function logEvent(event: StateEvent): void {
	events.push(event);
	if (events.length > EVENTS_KEPT * 2) {
		dropped += events.length - EVENTS_KEPT;
		events = events.slice(-EVENTS_KEPT);
	}
}

/** Taken before a fetch begins. */
export function markOfNow(): number {
	return dropped + events.length;
}

export function eventsSince(mark: number): StateEvent[] {
	return events.slice(Math.max(0, mark - dropped));
}
