import { rooms } from "@/models/room";
import { users } from "@/models/user";
import type { Account } from "../auth/accounts.ts";
import { may } from "../auth/roles.ts";
import { indexedRoomIdsOf } from "../memberships/room-ids.ts";
import { foldName } from "../shared/fold-name.ts";

/** The ids of the rooms in which a person may search: his own, and public ones that he may preview. */
export async function searchableRooms(person: Account): Promise<string[]> {
	const [mine, open] = await Promise.all([
		indexedRoomIdsOf(person._id),
		may(person, "room-preview") ? publicRooms() : [],
	]);
	return [...new Set([...mine, ...open])];
}

async function publicRooms(): Promise<string[]> {
	const found = await rooms()
		.find({ kind: "public", deletedAt: { $exists: false } }, { projection: { _id: 1 } })
		.toArray();
	return found.map(({ _id }) => _id);
}

/** Those of these rooms that are meant by names or ids. A room that one may not read is none, as one that does not exist. */
export async function roomsNamed(readable: string[], names: string[]): Promise<string[]> {
	const found = await rooms()
		.find(
			{ _id: { $in: readable }, $or: [{ nameKey: { $in: names.map(foldName) } }, { _id: { $in: names } }] },
			{ projection: { _id: 1 } },
		)
		.toArray();
	return found.map(({ _id }) => _id);
}

/** The ids of the people that are meant; undefined when nobody was named. `me` is oneself. */
export async function authorsNamed(person: Account, names: string[]): Promise<string[] | undefined> {
	if (names.length === 0) return undefined;
	const found = await users()
		.find({ $or: [{ usernameKey: { $in: names.map(foldName) } }, { _id: { $in: names } }] }, { projection: { _id: 1 } })
		.toArray();
	const ids = found.map(({ _id }) => _id);
	return names.includes("me") && !ids.includes(person._id) ? [...ids, person._id] : ids;
}
