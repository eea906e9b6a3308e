import type { Account } from "../auth/accounts.ts";
import type { ShownState } from "../shared/states.ts";
import { connectionOf } from "./connections.ts";
import { isDoNotDisturb } from "./do-not-disturb.ts";

/** What others see: what he chose goes before what his sockets say; invisible looks like offline, do not disturb like busy. */
export function shownState(person: Account): ShownState {
	const over = person.statusUntil !== undefined && person.statusUntil.getTime() <= Date.now();
	const chosen = over ? "auto" : person.chosenState;
	if (!person.active || chosen === "invisible") return "offline";
	const connection = connectionOf(person._id);
	if (connection === "offline") return "offline";
	if (isDoNotDisturb(person)) return "busy";
	return chosen === "auto" ? connection : chosen;
}
