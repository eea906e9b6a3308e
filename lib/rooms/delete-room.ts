import { drafts } from "@/models/draft";
import { memberships } from "@/models/membership";
import { messages } from "@/models/message";
import { messageVersions } from "@/models/message-version";
import { rooms } from "@/models/room";
import { roomInvites } from "@/models/room-invite";
import { savedMessages } from "@/models/saved-message";
import { threads } from "@/models/thread";
import { threadFollows } from "@/models/thread-follow";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { removeFiles } from "../files/remove-files.ts";
import { leaveRoom, publish } from "../realtime/publish.ts";
import { ParleyError } from "../shared/errors.ts";
import { enterWithRight } from "./access.ts";

/**
 * Removes a room with all its messages, for good.
 * @throws ParleyError `not-allowed`, `not-a-member`, `room-not-found`
 */
export async function deleteRoom(actor: Account, roomId: string): Promise<void> {
	const { room } = await enterWithRight(actor, roomId, "delete-room");
	if (room.kind === "direct") throw new ParleyError("not-allowed");
	// From here on it exists for nobody; should the process die now, `finishDeletions` goes on.
	await rooms().updateOne({ _id: roomId }, { $set: { deletedAt: new Date() }, $unset: { nameKey: true } });
	await recordAudit({
		actorId: actor._id,
		action: "room.deleted",
		target: roomId,
		before: { kind: room.kind, name: room.name },
	});
	await removeEverything(roomId);
}

/** Finishes what a crash left half-deleted. @returns how many rooms */
export async function finishDeletions(): Promise<number> {
	const found = await rooms()
		.find({ deletedAt: { $exists: true } }, { projection: { _id: 1 } })
		.toArray();
	for (const { _id } of found) await removeEverything(_id);
	return found.length;
}

async function removeEverything(roomId: string): Promise<void> {
	const members = await memberships().find({ roomId }).toArray();
	for (const { userId } of members) {
		leaveRoom(userId, roomId);
		publish({ user: userId }, "membership:removed", { roomId });
	}
	await memberships().deleteMany({ roomId });
	await messages().deleteMany({ roomId });
	for (const collection of [drafts(), messageVersions(), savedMessages(), threads(), threadFollows(), roomInvites()])
		await collection.deleteMany({ roomId });
	await removeFiles({ roomId });
	// The room after them: while it is there, the rest can be found again.
	await rooms().deleteOne({ _id: roomId });
	// What somebody was just writing or joining when the room went.
	await memberships().deleteMany({ roomId });
	await messages().deleteMany({ roomId });
}
