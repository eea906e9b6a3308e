/** Who is signed in, and what the page was given with it. Only below the gate of `components/frame/signed-in.tsx`. */
import { useQuery } from "@tanstack/react-query";
import type { Preferences } from "../shared/schemas/preferences.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap, Server } from "../shared/schemas/server.ts";
import type { Me } from "../shared/schemas/user.ts";
import { keys } from "./cache.ts";
import { fetchBootstrap } from "./rooms.ts";

export const useMe = (): Me => usePart((bootstrap) => bootstrap.me);
export const usePreferences = (): Preferences => usePart((bootstrap) => bootstrap.preferences);
export const useRooms = (): RoomView[] => usePart((bootstrap) => bootstrap.rooms);
export const useServerInfo = (): Server => usePart((bootstrap) => bootstrap.server);

/** One of my rooms; undefined when it is none of them. */
export function useMyRoom(id: string): RoomView | undefined {
	return usePart((bootstrap) => bootstrap.rooms.find((room) => room.id === id));
}

/** For components, this draws again only when that part changes. */
function usePart<Part>(select: (bootstrap: Bootstrap) => Part): Part {
	const { data, isSuccess } = useQuery({
		queryKey: keys.bootstrap,
		queryFn: fetchBootstrap,
		select: (held) => [select(held)] as const,
	});
	if (!isSuccess && !data) throw new Error("Nobody is signed in here: this component stands outside the gate.");
	return data[0];
}
