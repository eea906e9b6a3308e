import { memberships } from "@/models/membership";
import { type RoomDoc, rooms } from "@/models/room";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { needPermission } from "../auth/roles.ts";
import { mongoClient } from "../db/client.ts";
import { tellMember } from "../memberships/tell-member.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import type { RoomChange, RoomView } from "../shared/schemas/room.ts";
import { seeRoom } from "./access.ts";
import { tellRoom } from "./tell-room.ts";
import { directMembers, viewRoom } from "./view-room.ts";

/** With fewer it stays between the two of them: what they said was meant for nobody else. */
const FEWEST_PEOPLE = 3;

/**
 * Makes a private room, with a name and an owner, of a conversation of several; its people and its history stay. Afterwards the same
 * people can begin a new conversation.
 * @throws ParleyError `not-allowed` for anything else than a name and the kind `private`, of a conversation of two, and without the right
 * to make private rooms
 */
export async function turnIntoRoom(actor: Account, room: RoomDoc, input: RoomChange): Promise<RoomView> {
	const { name, kind, ...others } = input;
	const people = directMembers(room);
	const isMeant = kind === "private" && name !== undefined && Object.keys(others).length === 0;
	if (!isMeant || people.length < FEWEST_PEOPLE) throw new ParleyError("not-allowed");
	needPermission(actor, "room-create-private");
	await mongoClient().withSession((session) =>
		session.withTransaction(async () => {
			const { matchedCount } = await rooms().updateOne(
				{ _id: room._id, kind: "direct", deletedAt: { $exists: false } },
				{ $set: { kind, name, nameKey: foldName(name) }, $unset: { directKey: true } },
				{ session },
			);
			// Somebody else did it a moment ago.
			if (matchedCount === 0) throw new ParleyError("not-allowed");
			await memberships().updateOne({ roomId: room._id, userId: actor._id }, { $set: { role: "owner" } }, { session });
		}),
	);
	await writeNotice(room._id, actor._id, { type: "turned-into-room", to: name });
	await Promise.all(people.map((userId) => tellMember(room._id, userId)));
	await tellRoom(room._id);
	await recordAudit({ actorId: actor._id, action: "room.created", target: room._id, after: { kind, name } });
	const now = await seeRoom(actor, room._id);
	return viewRoom(actor, now.room, now.membership);
}
