import { type MembershipDoc, memberships } from "@/models/membership";
import { type RoomDoc, rooms } from "@/models/room";
import { loadTogether } from "../db/load-together.ts";
import { singleton } from "../singleton.ts";

export type RoomRead = { room: RoomDoc | null; membership: MembershipDoc | null };

type Waiting = { userId: string; resolve(read: RoomRead): void; reject(error: unknown): void };

/**
 * A room and somebody's membership in it, straight from the database. Who asks for a room while a reading of it is under way
 * waits for the next one, together with all others who do: in a busy room twenty people are two queries, not forty. A reading
 * never begins before it was asked for, so nobody gets what was true earlier.
 */
export function readRoom(roomId: string, userId: string): Promise<RoomRead> {
	return new Promise((resolve, reject) => {
		const queues = singleton("room-reads", () => new Map<string, Waiting[]>());
		const queue = queues.get(roomId);
		const waiting = { userId, resolve, reject };
		if (queue) return queue.push(waiting);
		queues.set(roomId, [waiting]);
		void drain(roomId, queues);
	});
}

async function drain(roomId: string, queues: Map<string, Waiting[]>): Promise<void> {
	for (let batch = queues.get(roomId); batch && batch.length > 0; batch = queues.get(roomId)) {
		queues.set(roomId, []);
		try {
			const people = [...new Set(batch.map(({ userId }) => userId))];
			const [room, mine] = await Promise.all([
				rooms().findOne({ _id: roomId, deletedAt: { $exists: false } }),
				memberships()
					.find({ roomId, userId: { $in: people } })
					.toArray(),
			]);
			const byUser = new Map(mine.map((membership) => [membership.userId, membership]));
			for (const { userId, resolve } of batch) resolve({ room, membership: byUser.get(userId) ?? null });
		} catch (error) {
			for (const { reject } of batch) reject(error);
		}
	}
	queues.delete(roomId);
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
