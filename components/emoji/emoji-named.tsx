"use client";
import { useSyncExternalStore } from "react";
import { loadNames } from "./emoji-data";
import { EmojiSign } from "./emoji-sign";

let byName: Map<string, string> | undefined;
/** Everybody's emoji have no such name. */
const NONE = "";
const listeners = new Set<() => void>();

/** The emoji of a name, as in `:tada:`, everybody's or one of the server's own; until it is known, and when there is none, what was written. */
export function EmojiNamed({ name }: { name: string }) {
	const emoji = useSyncExternalStore(listen, () => byName && (byName.get(name.toLowerCase()) ?? NONE), nothing);
	if (emoji === NONE) return <EmojiSign emoji={`:${name}:`} />;
	// A message of emoji alone is drawn large; this is none yet.
	if (!emoji) return <span className="text-base">:{name}:</span>;
	return (
		<span role="img" aria-label={name.replaceAll("_", " ")} title={`:${name}:`}>
			{emoji}
		</span>
	);
}

function nothing(): undefined {
	return undefined;
}

function listen(listener: () => void): () => void {
	listeners.add(listener);
	if (!byName) void load();
	return () => listeners.delete(listener);
}

async function load(): Promise<void> {
	const all = await loadNames().catch(() => []);
	if (byName || all.length === 0) return;
	byName = new Map(all.flatMap(({ emoji, names }) => names.map((name) => [name, emoji] as const)));
	for (const listener of listeners) listener();
}
