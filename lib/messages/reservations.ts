/**
 * A room numbers its messages (`seq`) and its changes (`rev`). A writer reserves numbers first and writes under them after
 * that; another process may reserve and write higher ones in between. A reader that took the higher number would never ask
 * for the lower ones, so the room keeps the open reservations, and readers go no further than the lowest of them.
 * docs/realtime.md tells the whole mechanism.
 */

import { messages } from "@/models/message";
import { type Reservation, type RoomDoc, rooms } from "@/models/room";
import { newId } from "../shared/ids.ts";

/** A writer that takes longer is taken for dead: whoever meets its reservation voids it. */
export const RESERVATION_EXPIRES_AFTER_MS = 10_000;

type Wanted = { posts: number; changes: number; lastMessageAt: Date | undefined };

/**
 * Takes `posts` sequence numbers and `posts + changes` revisions of a room. The same id again gives the same numbers: an
 * attempt whose answer was lost is simply repeated.
 * Acknowledged by the primary only: the messages' own write, which comes later in the same log, is what waits for the
 * majority and the journal; a reservation lost to a failover is found missing by `release`.
 * @returns undefined when the room does not exist (any more)
 */
export async function reserve(roomId: string, id: string, wanted: Wanted): Promise<Reservation | undefined> {
	const count = wanted.posts + wanted.changes;
	const room = await rooms().findOneAndUpdate(
		{ _id: roomId, deletedAt: { $exists: false }, "open.id": { $ne: id } },
		[
			{
				$set: {
					lastSeq: { $add: ["$lastSeq", wanted.posts] },
					rev: { $add: ["$rev", count] },
					...(wanted.lastMessageAt && { lastMessageAt: { $max: ["$lastMessageAt", wanted.lastMessageAt] } }),
					open: {
						$concatArrays: [
							"$open",
							[
								{
									id,
									fromSeq: { $add: ["$lastSeq", 1] },
									posts: wanted.posts,
									fromRev: { $add: ["$rev", 1] },
									count,
									at: { $literal: new Date() },
								},
							],
						],
					},
				},
			},
		],
		{ returnDocument: "after", projection: { open: 1 }, writeConcern: { w: 1 } },
	);
	const there = room ?? (await rooms().findOne({ _id: roomId, "open.id": id }, { projection: { open: 1 } }));
	if (there) await voidExpired(roomId, there.open);
	return there?.open.find((reservation) => reservation.id === id);
}

/**
 * Gives a reservation back once everything was written under it.
 * @returns false when it was voided meanwhile: readers may have gone past its numbers, so the messages need new ones
 */
export async function release(roomId: string, { id }: Reservation): Promise<boolean> {
	return pull(roomId, id);
}

/**
 * The highest revision of which a reader may say "I have everything up to here".
 * @param room as it was read, before its messages are read
 */
export async function settledRev(room: Pick<RoomDoc, "_id" | "rev" | "open">): Promise<number> {
	await voidExpired(room._id, room.open);
	const open = room.open.filter((reservation) => !isExpired(reservation)).sort((a, b) => a.fromRev - b.fromRev);
	for (const { fromRev, count } of open) {
		// All written and only not given back yet, by a writer that is about to, or that died right then.
		const written = await messages().countDocuments({ roomId: room._id, rev: { $gte: fromRev, $lt: fromRev + count } });
		if (written < count) return fromRev - 1;
	}
	return room.rev;
}

/** For rooms that nobody reads: what dead writers left is tidied by a job. @returns how many rooms had something */
export async function voidAllExpired(): Promise<number> {
	const before = new Date(Date.now() - RESERVATION_EXPIRES_AFTER_MS);
	const found = await rooms()
		.find({ "open.at": { $lt: before } }, { projection: { open: 1 } })
		.toArray();
	for (const { _id, open } of found) await voidExpired(_id, open);
	return found.length;
}

/**
 * Voids before anything is read: should the writer still live, it finds its reservation missing and takes new numbers.
 * The numbers under which nothing stands are filled.
 */
async function voidExpired(roomId: string, open: Reservation[]): Promise<void> {
	for (const reservation of open.filter(isExpired)) {
		if (await pull(roomId, reservation.id)) await fillNumbers(roomId, reservation);
	}
}

async function fillNumbers(roomId: string, { fromSeq, posts, fromRev }: Reservation): Promise<void> {
	for (let i = 0; i < posts; i++) await fillNumber(roomId, fromSeq + i, fromRev + i);
}

/** A number that was taken and not used would count as unread for ever: a stub that counts for nothing stands there instead. */
export async function fillNumber(roomId: string, seq: number, rev: number): Promise<void> {
	const at = new Date();
	await messages().updateOne(
		{ roomId, seq },
		{
			$setOnInsert: { _id: newId(), rev, authorId: "", kind: "stub", text: "", at, deletedAt: at, uncounted: true },
		},
		{ upsert: true },
	);
}

async function pull(roomId: string, id: string): Promise<boolean> {
	const { matchedCount } = await rooms().updateOne(
		{ _id: roomId, "open.id": id },
		{ $pull: { open: { id } } },
		{ writeConcern: { w: 1 } },
	);
	return matchedCount === 1;
}

/** Its writer is taken for dead. */
export function isExpired({ at }: Reservation): boolean {
	return Date.now() - at.getTime() > RESERVATION_EXPIRES_AFTER_MS;
}
