import { type MembershipDoc, memberships } from "@/models/membership";
import { type RoomDoc, rooms } from "@/models/room";
import { loadTogether } from "../db/load-together.ts";

export type RoomRead = { room: RoomDoc | null; membership: MembershipDoc | null };

/**
 * A room and somebody's membership in it, straight from the database. All who ask for a room at the same time are answered by one
 * reading of it: in a busy room twenty people are two queries, not forty.
 */
export async function readRoom(roomId: string, userId: string): Promise<RoomRead> {
	const load = (userIds: string[]) => readFor(roomId, userIds);
	const [read] = await loadTogether(`room ${roomId}`, userId, load, (each) => each.userId);
	return read ?? { room: null, membership: null };
}

async function readFor(roomId: string, userIds: string[]): Promise<(RoomRead & { userId: string })[]> {
	const [room, found] = await Promise.all([
		rooms().findOne({ _id: roomId, deletedAt: { $exists: false } }),
		memberships()
			.find({ roomId, userId: { $in: userIds } })
			.toArray(),
	]);
	const byUser = new Map(found.map((membership) => [membership.userId, membership]));
	return userIds.map((userId) => ({ userId, room, membership: byUser.get(userId) ?? null }));
}

/** Those of these rooms that exist, each read once for all who ask at the same time. */
export async function liveRooms(roomIds: string[]): Promise<RoomDoc[]> {
	const load = (ids: string[]) =>
		rooms()
			.find({ _id: { $in: ids }, deletedAt: { $exists: false } })
			.toArray();
	const found = await Promise.all([...new Set(roomIds)].map((id) => loadTogether("rooms", id, load, ({ _id }) => _id)));
	return found.flat();
}
