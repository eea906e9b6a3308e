import { type MembershipDoc, memberships } from "@/models/membership";
import type { Account } from "../auth/accounts.ts";
import { publish } from "../realtime/publish.ts";
import { enter } from "../rooms/access.ts";
import { viewRoom } from "../rooms/view-room.ts";
import { ParleyError } from "../shared/errors.ts";
import type { InvolvementInput, InvolvementLevel, RoomView } from "../shared/schemas/room.ts";

/**
 * How much a room concerns one of its members; what is not named stays. All his devices hear of it.
 * @throws ParleyError `room-not-found`, `not-a-member`
 */
export async function setInvolvement(person: Account, roomId: string, input: InvolvementInput): Promise<RoomView> {
	const { room } = await enter(person, roomId);
	const fields = fieldsOf(input);
	const kept = fields.filter(([, value]) => value !== undefined);
	const gone = fields.filter(([, value]) => value === undefined).map(([name]) => [name, true] as const);
	const membership = await memberships().findOneAndUpdate(
		{ roomId, userId: person._id },
		{ $set: Object.fromEntries(kept), $unset: Object.fromEntries(gone) },
		{ returnDocument: "after" },
	);
	if (!membership) throw new ParleyError("room-not-found");
	const view = await viewRoom(person, room, membership);
	publish({ user: person._id }, "membership:changed", { room: view });
	return view;
}

type Field = [name: keyof MembershipDoc, value: unknown];

/** What is as for all rooms is absent, so that it follows when that changes. */
function fieldsOf({ level, email, mutedUntil, favorite }: InvolvementInput): Field[] {
	const fields: Field[] = [];
	if (level !== undefined) fields.push(["level", chosen(level)]);
	if (email !== undefined) fields.push(["email", chosen(email)]);
	if (mutedUntil !== undefined) fields.push(["mutedUntil", mutedUntil === null ? undefined : new Date(mutedUntil)]);
	if (favorite !== undefined) fields.push(["favorite", favorite || undefined]);
	return fields;
}

function chosen(level: InvolvementLevel): InvolvementLevel | undefined {
	return level === "default" ? undefined : level;
}
