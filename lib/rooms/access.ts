/**
 * A room is fetched through the person's membership. What he may not see does not exist: the same answer as for an id of
 * nothing, administrators included.
 */

import type { MembershipDoc } from "@/models/membership";
import type { RoomDoc } from "@/models/room";
import type { Account } from "../auth/accounts.ts";
import { may } from "../auth/roles.ts";
import { indexedRoomIdsOf, roomIdsOf } from "../memberships/room-ids.ts";
import { ParleyError } from "../shared/errors.ts";
import { type RoomRight, roomRoleMay } from "../shared/permissions.ts";
import { liveRooms, readRoom } from "./read-together.ts";

export type Entered = { room: RoomDoc; membership: MembershipDoc };
export type Seen = { room: RoomDoc; membership: MembershipDoc | undefined };

/** A room that he may read: as a member, or a public one that he may preview. @throws ParleyError `room-not-found` */
export async function seeRoom(person: Account, roomId: string): Promise<Seen> {
	const { room, membership } = await readRoom(roomId, person._id);
	if (!room || !mayRead(person, room, membership)) throw new ParleyError("room-not-found");
	return { room, membership: membership ?? undefined };
}

/** Of these rooms those that he may read, by id. */
export async function seeRooms(person: Account, roomIds: string[]): Promise<Map<string, RoomDoc>> {
	const [found, joined] = await Promise.all([liveRooms(roomIds), roomIdsOf(person._id)]);
	return readable(person, found, joined);
}

/** The same for a few rooms, without reading all that he is in. */
export async function seeFewRooms(person: Account, roomIds: string[]): Promise<Map<string, RoomDoc>> {
	const [found, joined] = await Promise.all([liveRooms(roomIds), indexedRoomIdsOf(person._id, roomIds)]);
	return readable(person, found, joined);
}

function readable(person: Account, found: RoomDoc[], joinedIds: string[]): Map<string, RoomDoc> {
	const joined = new Set(joinedIds);
	return new Map(found.filter((room) => mayRead(person, room, joined.has(room._id))).map((room) => [room._id, room]));
}

/**
 * A room that he is a member of.
 * @throws ParleyError `not-a-member` where he may see it, `room-not-found` where he may not
 */
export async function enter(person: Account, roomId: string): Promise<Entered> {
	const { room, membership } = await seeRoom(person, roomId);
	if (!membership) throw new ParleyError("not-a-member");
	return { room, membership };
}

/**
 * A room in which his role allows this.
 * @throws ParleyError `not-allowed`, and those of `enter`
 */
export async function enterWithRight(person: Account, roomId: string, right: RoomRight): Promise<Seen> {
	const seen = await seeRoom(person, roomId);
	needRight(person, seen, right);
	return seen;
}

/** @throws ParleyError `not-allowed`, `not-a-member` */
export function needRight(person: Account, seen: Seen, right: RoomRight): void {
	if (!hasRight(person, seen, right)) throw new ParleyError(seen.membership ? "not-allowed" : "not-a-member");
}

/** By his role in the room, or because he looks after all public rooms. */
export function hasRight(person: Account, { room, membership }: Seen, right: RoomRight): boolean {
	if (membership && roomRoleMay(membership.role, right)) return true;
	return room.kind === "public" && may(person, "room-moderate-public");
}

/** @throws ParleyError `not-a-member`, `room-archived`, `room-read-only`, `room-not-found` */
export async function enterToWrite(person: Account, roomId: string): Promise<Entered> {
	const entered = await enter(person, roomId);
	needWritable(entered);
	return entered;
}

export function needWritable({ room, membership }: Entered): void {
	if (room.archivedAt) throw new ParleyError("room-archived");
	if (room.readOnly && !roomRoleMay(membership.role, "write-read-only")) throw new ParleyError("room-read-only");
}

/** @throws ParleyError `room-archived` */
export function needNotArchived(room: RoomDoc): void {
	if (room.archivedAt) throw new ParleyError("room-archived");
}

export function mayRead(person: Account, room: RoomDoc, membership: unknown): boolean {
	return Boolean(membership) || (room.kind === "public" && may(person, "room-preview"));
}
