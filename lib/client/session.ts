/** Who is signed in, and what the page was given with it. Only below the gate of `components/frame/signed-in.tsx`. */
import { notifyManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { FollowedThread } from "../shared/schemas/message.ts";
import type { Preferences } from "../shared/schemas/preferences.ts";
import type { ProfileField } from "../shared/schemas/profile-field.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap, Server } from "../shared/schemas/server.ts";
import type { Me } from "../shared/schemas/user.ts";
import { heldBootstrap, keys, queryClient } from "./cache.ts";

export const useMe = (): Me => usePart((bootstrap) => bootstrap.me);
export const usePreferences = (): Preferences => usePart((bootstrap) => bootstrap.preferences);
export const useRooms = (): RoomView[] => usePart((bootstrap) => bootstrap.rooms);
/** Ids of messages, the last saved first. */
export const useSaved = (): string[] => usePart((bootstrap) => bootstrap.saved);
export const useProfileFields = (): ProfileField[] => usePart((bootstrap) => bootstrap.profileFields);
export const useServerInfo = (): Server => usePart((bootstrap) => bootstrap.server);

/** Those that I follow and in which something is unread. */
export const useUnreadThreads = (): FollowedThread[] => usePart((bootstrap) => bootstrap.threads);

/** One of my rooms; undefined when it is none of them. */
export function useMyRoom(id: string): RoomView | undefined {
	return usePart((bootstrap) => bootstrap.rooms.find((room) => room.id === id));
}

/** For components, this draws again only when that part changes. A query of TanStack would do more than that work in each rendering. */
function usePart<Part>(select: (bootstrap: Bootstrap) => Part): Part {
	const read = () => select(partsOf());
	return useSyncExternalStore(followBootstrap, read, read);
}

function partsOf(): Bootstrap {
	const bootstrap = heldBootstrap();
	if (!bootstrap) throw new Error("Nobody is signed in here: this component stands outside the gate.");
	return bootstrap;
}

const followers = new Set<() => void>();
let stopListening: (() => void) | undefined;

/** Calls `listener` after the bootstrap changed, together with the queries that the same event changed. Answers how to stop it. */
export function followBootstrap(listener: () => void): () => void {
	stopListening ??= queryClient()
		.getQueryCache()
		.subscribe(({ type, query }) => {
			if (type === "updated" && query.queryKey[0] === keys.bootstrap[0]) notifyManager.schedule(tellAll);
		});
	followers.add(listener);
	return () => {
		followers.delete(listener);
		if (followers.size > 0) return;
		stopListening?.();
		stopListening = undefined;
	};
}

function tellAll(): void {
	for (const follower of followers) follower();
}
