/** Whether I am there, told to the server, and whether those on the screen are, told by it. */
import { useEffect } from "react";
import { MAX_WATCHED_PEOPLE } from "../shared/limits.ts";
import type { ShownState } from "../shared/states.ts";
import { createStore, useStore } from "./store.ts";

const IDLE_AFTER_MS = 5 * 60_000;
/** A list that scrolls changes whom it shows many times a second. */
const WATCH_EVERY_MS = 300;

type Emit = { say: (state: "active" | "idle") => void; watch: (userIds: string[]) => void };

const states = createStore<Record<string, ShownState>>({});
const watched = new Map<string, number>();
let emit: Emit = { say: () => {}, watch: () => {} };
let mine: "active" | "idle" = "active";
let idleTimer: ReturnType<typeof setTimeout> | undefined;
let isWatchDue = false;

/** What others see of a person; undefined until the server has said it. */
export function usePresence(userId: string): ShownState | undefined {
	useEffect(() => watch(userId), [userId]);
	return useStore(states, (all) => all[userId]);
}

/** How many of these people are here, busy or away for a moment included. */
export function useHereCount(userIds: string[]): number {
	const ids = userIds.join(" ");
	useEffect(() => {
		const stops = ids.split(" ").filter(Boolean).map(watch);
		return () => {
			for (const stop of stops) stop();
		};
	}, [ids]);
	return useStore(states, (all) => userIds.filter((id) => (all[id] ?? "offline") !== "offline").length);
}

export function showStates(people: { userId: string; state: ShownState }[]): void {
	const news = people.filter(({ userId, state }) => states.get()[userId] !== state);
	if (news.length === 0) return;
	states.set((all) => ({ ...all, ...Object.fromEntries(news.map(({ userId, state }) => [userId, state])) }));
}

export function startPresence(emitters: Emit): void {
	emit = emitters;
	for (const name of ["keydown", "pointerdown", "focus"]) addEventListener(name, active, { passive: true });
	document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && active());
	active();
}

/** A new connection knows nothing of the last one. */
export function presenceConnected(): void {
	emit.say(mine);
	emit.watch(watchedIds());
}

function active(): void {
	clearTimeout(idleTimer);
	idleTimer = setTimeout(() => say("idle"), IDLE_AFTER_MS);
	say("active");
}

function say(state: "active" | "idle"): void {
	if (mine === state) return;
	mine = state;
	emit.say(state);
}

function watch(userId: string): () => void {
	watched.set(userId, (watched.get(userId) ?? 0) + 1);
	watchSoon();
	return () => {
		const count = (watched.get(userId) ?? 1) - 1;
		if (count > 0) return void watched.set(userId, count);
		watched.delete(userId);
		watchSoon();
	};
}

function watchSoon(): void {
	if (isWatchDue) return;
	isWatchDue = true;
	setTimeout(() => {
		isWatchDue = false;
		emit.watch(watchedIds());
	}, WATCH_EVERY_MS);
}

function watchedIds(): string[] {
	return [...watched.keys()].slice(0, MAX_WATCHED_PEOPLE);
}
