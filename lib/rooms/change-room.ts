import type { NoticeDoc } from "@/models/message";
import { type RoomDoc, rooms } from "@/models/room";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { needPermission } from "../auth/roles.ts";
import { isDuplicateKey } from "../db/client.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import type { RoomChange, RoomView } from "../shared/schemas/room.ts";
import { needNotArchived, needRight, seeRoom } from "./access.ts";
import { tellRoom } from "./tell-room.ts";
import { turnIntoRoom } from "./turn-into-room.ts";
import { viewRoom } from "./view-room.ts";

/**
 * Changes name, topic, kind and the like; each change that people see is noted in the room.
 * @throws ParleyError `name-taken`, `not-allowed`, `not-a-member`, `room-archived`, `room-not-found`
 */
export async function changeRoom(actor: Account, roomId: string, input: RoomChange): Promise<RoomView> {
	const seen = await seeRoom(actor, roomId);
	if (seen.room.kind === "direct") return turnIntoRoom(actor, seen.room, input);
	needRight(actor, seen, "change-room");
	const { room, membership } = seen;
	if (input.default !== undefined && input.default !== room.isDefault) needPermission(actor, "room-set-default");
	if (input.kind !== undefined && input.kind !== room.kind) {
		needRight(actor, seen, "give-roles");
		// Or a guest who was made owner could make a public room after all.
		needPermission(actor, input.kind === "public" ? "room-create-public" : "room-create-private");
	}
	needNotArchived(room);

	const changed = await update(room, input);
	for (const notice of noticesOf(room, changed)) await writeNotice(roomId, actor._id, notice);
	await tellRoom(roomId);
	await recordAudit({
		actorId: actor._id,
		action: "room.changed",
		target: roomId,
		before: described(room),
		after: described(changed),
	});

	// Not looked up by rights again: who looks after public rooms and made this one private may not see it any more.
	const now = await rooms().findOne({ _id: roomId });
	return viewRoom(actor, now ?? changed, membership);
}

async function update(room: RoomDoc, input: RoomChange): Promise<RoomDoc> {
	const { name, topic, kind, readOnly, announcement } = input;
	const changes: Partial<RoomDoc> = {
		...(name !== undefined && { name, nameKey: foldName(name) }),
		...(topic !== undefined && { topic }),
		...(kind !== undefined && { kind }),
		...(readOnly !== undefined && { readOnly }),
		...(announcement !== undefined && { announcement }),
		...(input.default !== undefined && { isDefault: input.default }),
	};
	if (Object.keys(changes).length === 0) return room;
	try {
		const changed = await rooms().findOneAndUpdate(
			{ _id: room._id, deletedAt: { $exists: false } },
			{ $set: changes },
			{ returnDocument: "after" },
		);
		if (!changed) throw new ParleyError("room-not-found");
		return changed;
	} catch (error) {
		throw isDuplicateKey(error) ? new ParleyError("name-taken") : error;
	}
}

function noticesOf(before: RoomDoc, after: RoomDoc): NoticeDoc[] {
	const notices: NoticeDoc[] = [];
	if (before.name !== after.name) notices.push({ type: "renamed", from: before.name ?? "", to: after.name ?? "" });
	if (before.topic !== after.topic) notices.push({ type: "topic", to: after.topic });
	if (before.kind !== after.kind) notices.push({ type: after.kind === "public" ? "made-public" : "made-private" });
	if (before.readOnly !== after.readOnly) notices.push({ type: after.readOnly ? "read-only" : "writable" });
	return notices;
}

function described({ name, topic, kind, readOnly, announcement, isDefault }: RoomDoc): Record<string, unknown> {
	return { name, topic, kind, readOnly, announcement, default: isDefault };
}
