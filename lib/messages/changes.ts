import { messages, WITHOUT_TERMS } from "@/models/message";
import type { RoomDoc } from "@/models/room";
import type { Account } from "../auth/accounts.ts";
import { sharedRead } from "../db/shared-read.ts";
import { seeRoom, seeRooms } from "../rooms/access.ts";
import { MAX_CHANGES_REPLAYED, MAX_PAGE_SIZE } from "../shared/limits.ts";
import type { Changes, ManyChanges } from "../shared/schemas/message.ts";
import { settledRev } from "./reservations.ts";
import { viewChangedMessages } from "./view-message.ts";

/**
 * Everything that happened in a room after a revision, deletions included, each message in its newest state: the only way
 * back after a gap. Goes no further than the lowest number that somebody may still be writing under.
 * @throws ParleyError `room-not-found`
 */
export async function readChanges(person: Account, roomId: string, since: number, limit: number): Promise<Changes> {
	const { room } = await seeRoom(person, roomId);
	return changesIn(room, since, limit);
}

/** The same for several rooms; one that he may not (or no longer) read is `gone`. */
export async function readManyChanges(person: Account, wanted: { id: string; since: number }[]): Promise<ManyChanges> {
	const seen = await seeRooms(
		person,
		wanted.map(({ id }) => id),
	);
	const rooms = await Promise.all(
		wanted.map(async ({ id, since }) => {
			const room = seen.get(id);
			return room ? { id, ...(await changesIn(room, since, MAX_PAGE_SIZE)) } : { id, gone: true as const };
		}),
	);
	return { rooms };
}

async function changesIn(room: RoomDoc, since: number, limit: number): Promise<Changes> {
	// Most rooms of somebody who comes back: nothing happened, and nobody is writing.
	if (since === room.rev && room.open.length === 0) return { items: [], rev: since, more: false };
	return sharedRead(`changes:${room._id}:${since}:${limit}`, () => readSince(room, since, limit));
}

async function readSince(room: RoomDoc, since: number, limit: number): Promise<Changes> {
	const settled = await settledRev(room);
	if (since > room.rev || settled - since > MAX_CHANGES_REPLAYED) return { reset: true, rev: settled };
	const found = await messages()
		.find({ roomId: room._id, rev: { $gt: since, $lte: settled } }, WITHOUT_TERMS)
		.sort({ rev: 1 })
		.limit(limit + 1)
		.toArray();
	const docs = found.slice(0, limit);
	const more = found.length > limit;
	return {
		items: await viewChangedMessages(docs.filter(({ kind }) => kind !== "stub")),
		// Not back behind what was asked from: a reservation that looked done looks open again once one of its messages is edited.
		rev: more ? (docs.at(-1)?.rev ?? since) : Math.max(since, settled),
		more,
	};
}
