import { isMuted, isUnread, lastAt } from "@/lib/client/room-order";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { User } from "@/lib/shared/schemas/user";
import { type Match, match } from "./match.ts";

/** A room of mine, a person with whom there is no room yet, or a public room that I am not in. */
export type Found =
	| { id: string; kind: "room" | "join"; room: RoomView; match: Match }
	| { id: string; kind: "person"; person: User; match: Match };

/** `@` asks for people only, `#` for rooms only. */
export type Query = { words: string; only: "people" | "rooms" | undefined };

const MOST_LOCAL = 20;
const MOST_AT_FIRST = 9;
const NO_MATCH: Match = { rank: 0, at: [] };

export function readQuery(text: string): Query {
	const trimmed = text.trimStart();
	if (trimmed.startsWith("@")) return { words: trimmed.slice(1).trim(), only: "people" };
	if (trimmed.startsWith("#")) return { words: trimmed.slice(1).trim(), only: "rooms" };
	return { words: trimmed.trim(), only: undefined };
}

/** My rooms that fit, the best first; of those that fit alike, the one where I was last. */
export function roomsFound(rooms: RoomView[], { words, only }: Query, recent: readonly string[]): Found[] {
	const place = new Map(recent.map((id, index) => [id, index]));
	const visited = ({ id }: RoomView) => place.get(id) ?? Number.POSITIVE_INFINITY;
	return rooms
		.filter((room) => !only || (only === "people") === (room.kind === "direct"))
		.flatMap((room) => {
			const fit = matchOf(room, words);
			return fit ? [{ id: room.id, kind: "room" as const, room, match: fit }] : [];
		})
		.sort(
			(a, b) =>
				a.match.rank - b.match.rank ||
				Number(a.room.archived) - Number(b.room.archived) ||
				compare(visited(a.room), visited(b.room)) ||
				lastAt(b.room) - lastAt(a.room),
		)
		.slice(0, MOST_LOCAL);
}

/** Before anything is typed: what waits for me, then where I was last. */
export function roomsAtFirst(rooms: RoomView[], here: string | undefined, recent: readonly string[]): Found[] {
	const others = rooms.filter((room) => room.id !== here);
	const unread = others.filter((room) => isUnread(room) && !isMuted(room)).sort((a, b) => lastAt(b) - lastAt(a));
	const visited = recent.flatMap((id) => others.find((room) => room.id === id) ?? []);
	const newest = [...others].sort((a, b) => lastAt(b) - lastAt(a));
	return [...new Set([...unread, ...visited, ...newest])]
		.slice(0, MOST_AT_FIRST)
		.map((room) => ({ id: room.id, kind: "room", room, match: NO_MATCH }));
}

/** What the server found besides: people without a room of our own, and rooms that I am not in. */
export function foundElsewhere(found: { people: User[]; rooms: RoomView[] }, mine: RoomView[], words: string): Found[] {
	const known = new Set(mine.flatMap(({ with: people }) => (people?.length === 1 ? people.map(({ id }) => id) : [])));
	const joined = new Set(mine.map(({ id }) => id));
	const people = found.people.filter(({ id }) => !known.has(id));
	const rooms = found.rooms.filter(({ id }) => !joined.has(id));
	return [
		...people.map((person) => ({
			id: person.id,
			kind: "person" as const,
			person,
			match: match(person.name, words) ?? NO_MATCH,
		})),
		...rooms.map((room) => ({
			id: room.id,
			kind: "join" as const,
			room,
			match: match(room.displayName, words) ?? NO_MATCH,
		})),
	];
}

/** A person is also found by username, of which nothing is shown in the name. */
function matchOf(room: RoomView, words: string): Match | undefined {
	const byName = match(room.displayName, words);
	const byUsername = room.with?.map(({ username }) => match(username, words)).find((fit) => fit && fit.rank <= 1);
	if (byUsername && (!byName || byUsername.rank < byName.rank)) return { rank: byUsername.rank, at: byName?.at ?? [] };
	return byName;
}

/** Infinity - Infinity is no number. */
function compare(a: number, b: number): number {
	return a === b ? 0 : a - b;
}
