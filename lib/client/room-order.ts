import type { FollowedThread } from "../shared/schemas/message.ts";
import type { RoomView } from "../shared/schemas/room.ts";

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

type Ordered = { favorites: RoomView[]; named: RoomView[]; direct: RoomView[] };

/** The rooms as the sidebar lists them: favourites before all, named ones by name, direct ones by their last message. */
export function inOrder(rooms: RoomView[]): Ordered {
	const others = rooms.filter((room) => !isFavorite(room));
	return {
		favorites: rooms.filter(isFavorite).sort(byName),
		named: others.filter((room) => room.kind !== "direct").sort(byName),
		direct: others.filter((room) => room.kind === "direct").sort((a, b) => lastAt(b) - lastAt(a) || byName(a, b)),
	};
}

export function isFavorite({ membership }: RoomView): boolean {
	return membership?.favorite ?? false;
}

export function isUnread(room: RoomView): boolean {
	return (room.membership?.unread ?? 0) > 0 && !isMuted(room);
}

export function isMuted({ membership }: RoomView, now = Date.now()): boolean {
	if (!membership) return false;
	const { level, mutedUntil } = membership.involvement;
	return level === "nothing" || (mutedUntil !== null && Date.parse(mutedUntil) > now);
}

/** The filled count beside a room: what is meant for me. */
export function countOf(room: RoomView): number {
	const { unread = 0, mentions = 0 } = room.membership ?? {};
	return room.kind === "direct" && !isMuted(room) ? unread : mentions;
}

/** All that is meant for me: what the rooms count, and the replies in threads that I follow, unless their room is muted. */
export function countOfAll(rooms: RoomView[], threads: FollowedThread[]): number {
	return rooms.reduce((sum, room) => sum + countOf(room), 0) + countOfThreads(rooms, threads);
}

export function countOfThreads(rooms: RoomView[], threads: FollowedThread[]): number {
	if (threads.length === 0) return 0;
	const muted = new Set(rooms.filter((room) => isMuted(room)).map(({ id }) => id));
	return threads.reduce((sum, { roomId, unread }) => sum + (muted.has(roomId) ? 0 : unread), 0);
}

/** The conversation with oneself. */
export function isNotes(room: RoomView, meId: string): boolean {
	return room.with?.length === 1 && room.with[0]?.id === meId;
}

/** Where to begin: `general`, or the first room there is. */
export function firstRoom(rooms: RoomView[]): RoomView | undefined {
	const { favorites, named, direct } = inOrder(rooms);
	const all = [...favorites, ...named, ...direct];
	return all.find((room) => room.default) ?? all.find((room) => room.kind !== "direct") ?? all[0];
}

export function lastAt(room: RoomView): number {
	return room.lastMessageAt === null ? 0 : Date.parse(room.lastMessageAt);
}

function byName(a: RoomView, b: RoomView): number {
	return names.compare(a.displayName, b.displayName);
}
