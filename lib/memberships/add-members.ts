import { type MembershipDoc, memberships } from "@/models/membership";
import { type RoomDoc, rooms } from "@/models/room";
import { type Account, accounts } from "../auth/accounts.ts";
import { isDuplicateKey } from "../db/client.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { enterRoom, leaveRoom, publish } from "../realtime/publish.ts";
import { enterWithRight, needNotArchived } from "../rooms/access.ts";
import { viewRoom, viewRoomCore } from "../rooms/view-room.ts";
import { invalidField, ParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import type { RoomRole } from "../shared/permissions.ts";

/**
 * Adds people to a room. Who is a member already stays as he is.
 * @throws ParleyError `not-allowed`, `not-a-member`, `room-not-found`, `room-archived`, `invalid-input` for ids of nobody
 */
export async function addMembers(actor: Account, roomId: string, userIds: string[]): Promise<void> {
	const { room } = await enterWithRight(actor, roomId, "manage-members");
	if (room.kind === "direct") throw new ParleyError("not-allowed");
	needNotArchived(room);
	const people = await activePeople(userIds, "userIds");
	const added = await insertMembers(
		room,
		people.map(({ _id }) => ({ userId: _id, role: "member" as const })),
	);
	if (added.length === 0) return;
	await writeNotice(roomId, actor._id, { type: "added", userIds: added.map(({ userId }) => userId) });
	await welcome(
		roomId,
		people.filter(({ _id }) => added.some(({ userId }) => userId === _id)),
	);
}

/**
 * The accounts of these ids, each once.
 * @throws ParleyError `invalid-input` at `path` when one is of nobody, or of somebody who is disabled
 */
export async function activePeople(ids: string[], path: string): Promise<Account[]> {
	const people = (await accounts(ids)).filter(({ active }) => active);
	if (people.length < new Set(ids).size)
		throw invalidField(path, "user-not-found", "One of these people does not exist.");
	return people;
}

/** @returns the memberships that are new */
export async function insertMembers(
	room: Pick<RoomDoc, "_id" | "lastSeq">,
	people: { userId: string; role: RoomRole }[],
): Promise<MembershipDoc[]> {
	const docs = people.map(
		({ userId, role }): MembershipDoc => ({
			_id: newId(),
			roomId: room._id,
			userId,
			role,
			lastReadSeq: room.lastSeq,
			joinedAt: new Date(),
		}),
	);
	const inserted: MembershipDoc[] = [];
	for (const doc of docs) {
		try {
			await memberships().insertOne(doc);
			inserted.push(doc);
		} catch (error) {
			if (!isDuplicateKey(error)) throw error;
		}
	}
	await rooms().updateOne({ _id: room._id }, { $inc: { memberCount: inserted.length } });
	return inserted;
}

/**
 * New members begin with nothing unread, get the room on all their devices, and the others see the new count. Their sockets
 * enter first: what is announced while the room is read reaches them. Whoever was removed again meanwhile leaves.
 */
export async function welcome(roomId: string, people: Account[]): Promise<void> {
	for (const { _id } of people) enterRoom(_id, roomId);
	const ids = people.map(({ _id }) => _id);
	const before = await rooms().findOne({ _id: roomId }, { projection: { lastSeq: 1 } });
	if (before)
		await memberships().updateMany({ roomId, userId: { $in: ids } }, { $max: { lastReadSeq: before.lastSeq } });
	const [room, mine] = await Promise.all([
		rooms().findOne({ _id: roomId }),
		memberships()
			.find({ roomId, userId: { $in: ids } })
			.toArray(),
	]);
	for (const person of people) {
		const membership = mine.find(({ userId }) => userId === person._id);
		if (room && membership)
			publish({ user: person._id }, "membership:changed", { room: await viewRoom(person, room, membership) });
		else leaveRoom(person._id, roomId);
	}
	if (room) publish({ room: roomId }, "room:changed", { room: viewRoomCore(room) });
}
