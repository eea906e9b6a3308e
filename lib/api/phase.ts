import { singleton } from "../singleton.ts";

/**
 * How far the program is. `starting`: the database, its migrations or the caches are not there yet, and a request answered
 * from half of them would be wrong; `ending`: what is asked is still answered, and connections are not kept.
 */
export type Phase = "starting" | "serving" | "ending";

export function phase(): Phase {
	return held().phase;
}

export function setPhase(now: Phase): void {
	held().phase = now;
}

function held(): { phase: Phase } {
	return singleton<{ phase: Phase }>("phase", () => ({ phase: "starting" }));
}
