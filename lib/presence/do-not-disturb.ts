import type { Account } from "../auth/accounts.ts";

/** Whether he wants no alerts now. What is over counts as over, though nobody has written that down. */
export function isDoNotDisturb({ preferences }: Account, now = Date.now()): boolean {
	const until = preferences?.doNotDisturbUntil;
	return typeof until === "string" && Date.parse(until) > now;
}
