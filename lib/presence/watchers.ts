/** Pages say whom they show; each is told at most once a second, of the people on it and nobody else. */
import { accounts, onAccountChanged } from "../auth/accounts.ts";
import { log } from "../log.ts";
import { event, socketServer } from "../realtime/publish.ts";
import type { PeopleStates } from "../shared/events.ts";
import type { ShownState } from "../shared/states.ts";
import { singleton } from "../singleton.ts";
import { onConnectionChanged } from "./connections.ts";
import { shownState } from "./shown-state.ts";

const TOLD_EVERY_MS = 1_000;

type State = {
	/** Person → sockets that show him. */
	watchers: Map<string, Set<string>>;
	shownBy: Map<string, Set<string>>;
	/** What was last said of a person, so that nothing is said twice. */
	said: Map<string, ShownState>;
	changed: Set<string>;
	timer?: NodeJS.Timeout;
};

function state(): State {
	return singleton<State>("presence-watchers", () => ({
		watchers: new Map(),
		shownBy: new Map(),
		said: new Map(),
		changed: new Set(),
	}));
}

export function startWatchers(): void {
	const held = state();
	onConnectionChanged((userId) => held.changed.add(userId));
	onAccountChanged(({ _id }) => held.changed.add(_id));
	held.timer = setInterval(
		() => void tellWatchers().catch((error: unknown) => log().warn({ err: error }, "Presence was not told.")),
		TOLD_EVERY_MS,
	);
}

export function stopWatchers(): void {
	clearInterval(state().timer);
}

/** He chose another state himself. */
export function presenceChanged(userId: string): void {
	state().changed.add(userId);
}

/** Replaces the people whom a socket shows. @returns their states now */
export async function watchPeople(socketId: string, userIds: string[]): Promise<PeopleStates> {
	unwatch(socketId);
	const { watchers, shownBy } = state();
	shownBy.set(socketId, new Set(userIds));
	for (const userId of userIds) {
		const sockets = watchers.get(userId) ?? new Set();
		sockets.add(socketId);
		watchers.set(userId, sockets);
	}
	const people = await accounts(userIds);
	return { people: people.map((person) => ({ userId: person._id, state: shownState(person) })) };
}

export function unwatch(socketId: string): void {
	const { watchers, shownBy, said } = state();
	for (const userId of shownBy.get(socketId) ?? []) {
		const sockets = watchers.get(userId);
		sockets?.delete(socketId);
		if (sockets?.size === 0) {
			watchers.delete(userId);
			said.delete(userId);
		}
	}
	shownBy.delete(socketId);
}

async function tellWatchers(): Promise<void> {
	const { watchers, changed, said } = state();
	const watched = [...changed].filter((userId) => watchers.has(userId));
	changed.clear();
	if (watched.length === 0) return;
	const bySocket = new Map<string, PeopleStates["people"]>();
	const people = await accounts(watched).catch((error: unknown) => {
		for (const userId of watched) changed.add(userId);
		throw error;
	});
	for (const person of people) {
		const now = shownState(person);
		if (said.get(person._id) === now) continue;
		said.set(person._id, now);
		for (const socketId of watchers.get(person._id) ?? []) {
			const news = bySocket.get(socketId) ?? [];
			news.push({ userId: person._id, state: now });
			bySocket.set(socketId, news);
		}
	}
	for (const [socketId, news] of bySocket)
		socketServer()
			.io?.local.to(socketId)
			.emit(...event("presence:changed", { people: news }));
}
