import { rooms } from "@/models/room";
import type { Account } from "../auth/accounts.ts";
import { may, needPermission } from "../auth/roles.ts";
import { insertMembers, welcome } from "../memberships/add-members.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { ParleyError } from "../shared/errors.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import { needNotArchived, seeRoom } from "./access.ts";
import { viewRoom } from "./view-room.ts";

/**
 * Joins a public room; who is in it already stays as he is.
 * @throws ParleyError `room-not-found`, `room-archived`, `not-allowed`
 */
export async function joinRoom(person: Account, roomId: string): Promise<RoomView> {
	const { room, membership } = await seeRoom(person, roomId);
	if (!membership) {
		needPermission(person, "room-join-public");
		needNotArchived(room);
		await enterAs(person, room._id);
	}
	const now = await seeRoom(person, roomId);
	return viewRoom(person, now.room, now.membership);
}

/** New people are in the default rooms from the first moment. */
export async function joinDefaultRooms(person: Account): Promise<void> {
	if (!may(person, "room-join-public")) return;
	const found = await rooms()
		.find({ isDefault: true, kind: "public", archivedAt: { $exists: false }, deletedAt: { $exists: false } })
		.toArray();
	for (const { _id } of found) await enterAs(person, _id);
}

async function enterAs(person: Account, roomId: string): Promise<void> {
	// Asked once more at the last moment: it may just have been made private or archived.
	const room = await rooms().findOne({
		_id: roomId,
		kind: "public",
		archivedAt: { $exists: false },
		deletedAt: { $exists: false },
	});
	if (!room) throw new ParleyError("room-not-found");
	const [added] = await insertMembers(room, [{ userId: person._id, role: "member" }]);
	if (!added) return;
	await writeNotice(roomId, person._id, { type: "joined" });
	await welcome(roomId, [person]);
}
