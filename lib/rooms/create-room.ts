import { memberships } from "@/models/membership";
import { type RoomDoc, rooms } from "@/models/room";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { needPermission } from "../auth/roles.ts";
import { isDuplicateKey } from "../db/client.ts";
import { activePeople, insertMembers, welcome } from "../memberships/add-members.ts";
import { writeNotice } from "../messages/write-notice.ts";
import { setting } from "../settings/settings.ts";
import { invalidField, ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { newId } from "../shared/ids.ts";
import type { RoomInput, RoomView } from "../shared/schemas/room.ts";
import { viewRoom } from "./view-room.ts";

type Created = { room: RoomView; isNew: boolean };

/**
 * Makes a room, or gives the direct room that these people have already.
 * @throws ParleyError `name-taken` (public rooms), `not-allowed`, `invalid-input` for members who do not exist or are too many
 */
export async function createRoom(actor: Account, input: RoomInput): Promise<Created> {
	return input.kind === "direct" ? openDirect(actor, input.members) : createNamed(actor, input);
}

async function createNamed(actor: Account, input: Exclude<RoomInput, { kind: "direct" }>): Promise<Created> {
	needPermission(actor, input.kind === "public" ? "room-create-public" : "room-create-private");
	const others = (await activePeople(input.members ?? [], "members")).filter(({ _id }) => _id !== actor._id);
	const room = newRoom(actor._id, {
		kind: input.kind,
		name: input.name,
		nameKey: foldName(input.name),
		topic: input.topic ?? "",
		readOnly: input.readOnly ?? false,
	});
	await insertRoom(room);
	await insertMembers(room, [
		{ userId: actor._id, role: "owner" },
		...others.map(({ _id }) => ({ userId: _id, role: "member" as const })),
	]);
	await writeNotice(room._id, actor._id, { type: "created" });
	await welcome(room._id, [actor, ...others]);
	await recordAudit({
		actorId: actor._id,
		action: "room.created",
		target: room._id,
		after: { kind: room.kind, name: room.name },
	});
	return { room: await currentView(actor, room._id), isNew: true };
}

/** @throws ParleyError `name-taken` */
export async function insertRoom(room: RoomDoc): Promise<void> {
	try {
		await rooms().insertOne(room);
	} catch (error) {
		throw isDuplicateKey(error) ? new ParleyError("name-taken") : error;
	}
}

/** The same people have one direct room: its key is made of them, and its index lets only one be made. */
async function openDirect(actor: Account, members: string[]): Promise<Created> {
	needPermission(actor, "room-create-direct");
	const people = await activePeople([actor._id, ...members], "members");
	const most = setting("DirectMesssage_maxUsers");
	if (people.length > most)
		throw invalidField("members", "too-many", `At most ${most} people, you included.`, { values: { maximum: most } });
	const directKey = people
		.map(({ _id }) => _id)
		.sort()
		.join(" ");
	const isNew = await insertDirect(actor, directKey, people.length);
	const room = await rooms().findOne({ directKey });
	if (!room) throw new ParleyError("room-not-found");
	// Also for one that exists: whoever made it may have died before its members were written.
	const present = await memberships().countDocuments({ roomId: room._id });
	if (present < people.length) {
		const added = await insertMembers(
			room,
			people.map(({ _id }) => ({ userId: _id, role: "member" as const })),
		);
		await rooms().updateOne({ _id: room._id }, { $set: { memberCount: people.length } });
		await welcome(
			room._id,
			people.filter(({ _id }) => added.some(({ userId }) => userId === _id)),
		);
	}
	return { room: await currentView(actor, room._id), isNew };
}

async function insertDirect(actor: Account, directKey: string, memberCount: number): Promise<boolean> {
	try {
		await rooms().insertOne({ ...newRoom(actor._id, { kind: "direct", directKey }), memberCount });
		return true;
	} catch (error) {
		if (isDuplicateKey(error)) return false;
		throw error;
	}
}

export function newRoom(createdBy: string, fields: Partial<RoomDoc> & Pick<RoomDoc, "kind">): RoomDoc {
	return {
		_id: newId(),
		topic: "",
		announcement: "",
		readOnly: false,
		isDefault: false,
		memberCount: 0,
		lastSeq: 0,
		rev: 0,
		open: [],
		createdAt: new Date(),
		createdBy,
		...fields,
	};
}

async function currentView(person: Account, roomId: string): Promise<RoomView> {
	const [room, membership] = await Promise.all([
		rooms().findOne({ _id: roomId }),
		memberships().findOne({ roomId, userId: person._id }),
	]);
	if (!room) throw new ParleyError("room-not-found");
	return viewRoom(person, room, membership ?? undefined);
}
