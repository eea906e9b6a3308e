import type { Account } from "../auth/accounts.ts";
import type { ShownState } from "../shared/states.ts";
import { connectionOf } from "./connections.ts";

/** What others see: what he chose goes before what his sockets say; invisible looks like offline. */
export function shownState(person: Account): ShownState {
	const over = person.statusUntil !== undefined && person.statusUntil.getTime() <= Date.now();
	const chosen = over ? "auto" : person.chosenState;
	if (!person.active || chosen === "invisible") return "offline";
	const connection = connectionOf(person._id);
	return connection === "offline" || chosen === "auto" ? connection : chosen;
}
