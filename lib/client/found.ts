/** What the server finds by a part of a name, for those who complete it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { foldName } from "../shared/fold-name.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import type { User } from "../shared/schemas/user.ts";
import { listRooms, listUsers } from "./api.ts";
import { keys } from "./cache.ts";
import { may } from "./rights.ts";
import { useMe } from "./session.ts";

export const MOST_OFFERED = 8;
const NONE: never[] = [];

/** More than are offered: some of them may be known already. */
export function useFoundPeople(query: string, enabled: boolean): User[] {
	const { data } = useQuery({
		queryKey: keys.users(query),
		queryFn: () => listUsers({ query, limit: MOST_OFFERED * 2 }),
		enabled,
		placeholderData: keepPreviousData,
		staleTime: 60_000,
	});
	return data?.items ?? NONE;
}

/** Public ones, for who may look into those. */
export function useFoundRooms(query: string, enabled: boolean): RoomView[] {
	const me = useMe();
	const { data } = useQuery({
		queryKey: keys.directory(`named ${query}`),
		queryFn: () => listRooms({ query, kind: "public", limit: MOST_OFFERED }),
		enabled: enabled && may(me, "room-preview"),
		placeholderData: keepPreviousData,
		staleTime: 60_000,
	});
	return data?.items ?? NONE;
}

/** By the beginning of the username, or of a word of the name. */
export function isNamed({ name, username }: Pick<User, "name" | "username">, query: string): boolean {
	const wanted = foldName(query);
	return foldName(username).startsWith(wanted) || ` ${foldName(name)}`.includes(` ${wanted}`);
}
