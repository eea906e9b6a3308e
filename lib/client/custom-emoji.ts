/** The emoji of the server's own: fetched when the first of them may be shown, kept true by events from then on. */
import { useSyncExternalStore } from "react";
import type { CustomEmoji } from "../shared/schemas/emoji.ts";
import { listEmoji } from "./api.ts";
import type { StateEvent } from "./state.ts";
import { createStore } from "./store.ts";

type Held = ReadonlyMap<string, CustomEmoji>;
type EmojiEvent = Extract<StateEvent, { name: `emoji:${string}` }>;

const held = createStore<Held | undefined>(undefined);
let loading: Promise<Held> | undefined;

/** By its name; undefined while it is not known, and when there is none. */
export function useCustomEmoji(name: string): CustomEmoji | undefined {
	return useSyncExternalStore(listen, () => held.get()?.get(name), nothing);
}

/** All of them; undefined until they are there. @param wanted whether they are fetched, if nobody did so before */
export function useAllCustomEmoji(wanted = true): Held | undefined {
	return useSyncExternalStore(wanted ? listen : held.subscribe, held.get, nothing);
}

/** @throws ClientError */
export function loadCustomEmoji(): Promise<Held> {
	const known = held.get();
	if (known) return Promise.resolve(known);
	loading ??= fetchAll().finally(() => {
		loading = undefined;
	});
	return loading;
}

/** After a gap. What nobody has asked for yet is not fetched. */
export function refreshCustomEmoji(): void {
	if (held.get()) void fetchAll().catch(() => {});
}

export function applyEmoji(event: EmojiEvent): void {
	// What is on its way may have been read before this.
	if (loading) void loading.then(() => apply(event)).catch(() => {});
	else apply(event);
}

function apply(event: EmojiEvent): void {
	held.set((emoji) => emoji && applyToEmoji(emoji, event));
}

export function applyToEmoji(emoji: Held, { name, payload }: StateEvent): Held {
	const changed = new Map(emoji);
	if (name === "emoji:added") changed.set(payload.emoji.name, payload.emoji);
	else if (name === "emoji:removed") changed.delete(payload.name);
	else return emoji;
	return changed;
}

async function fetchAll(): Promise<Held> {
	const { items } = await listEmoji();
	const emoji = new Map(items.map((each) => [each.name, each]));
	held.set(() => emoji);
	return emoji;
}

function listen(listener: () => void): () => void {
	void loadCustomEmoji().catch(() => {});
	return held.subscribe(listener);
}

function nothing(): undefined {
	return undefined;
}
