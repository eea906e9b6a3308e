import { randomBytes } from "node:crypto";
import { type RoomInviteDoc, roomInvites } from "@/models/room-invite";
import { recordAudit } from "../audit/record-audit.ts";
import type { Account } from "../auth/accounts.ts";
import { enterWithRight, needNotArchived } from "../rooms/access.ts";
import { invalidField, ParleyError } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import { MAX_INVITES } from "../shared/limits.ts";
import type { Invite, InviteInput } from "../shared/schemas/invite.ts";
import { live } from "./live.ts";
import { viewInvite } from "./view-invite.ts";

const CODE_BYTES = 16;

/**
 * Makes a link by which whoever is signed in joins the room.
 * @throws ParleyError `not-allowed`, `not-a-member`, `room-not-found`, `room-archived`, `too-many-invites`, `invalid-input` for a time
 * that is over
 */
export async function createInvite(actor: Account, roomId: string, { expiresAt, uses }: InviteInput): Promise<Invite> {
	const { room } = await enterWithRight(actor, roomId, "manage-members");
	if (room.kind === "direct") throw new ParleyError("not-allowed");
	needNotArchived(room);
	const ends = expiresAt ? new Date(expiresAt) : undefined;
	if (ends && ends.getTime() <= Date.now()) throw invalidField("expiresAt", "past", "This time is over.");
	if ((await roomInvites().countDocuments({ roomId: room._id, ...live() })) >= MAX_INVITES)
		throw new ParleyError("too-many-invites");
	const doc: RoomInviteDoc = {
		_id: newId(),
		roomId: room._id,
		code: randomBytes(CODE_BYTES).toString("base64url"),
		createdBy: actor._id,
		createdAt: new Date(),
		...(ends && { expiresAt: ends }),
		uses: uses ?? null,
		used: 0,
	};
	await roomInvites().insertOne(doc);
	await recordAudit({ actorId: actor._id, action: "invite.created", target: room._id });
	return viewInvite(doc, actor);
}
