import { type RoomRole, roomRoles } from "../shared/permissions.ts";
import type { Member } from "../shared/schemas/room.ts";

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Owners, moderators, members; of those alike the ones who were here when the list was loaded first; then by name. */
export function inMemberOrder(members: Member[]): Member[] {
	return [...members].sort(
		(a, b) =>
			rankOf(a.role) - rankOf(b.role) ||
			Number(isHere(b)) - Number(isHere(a)) ||
			names.compare(a.user.name, b.user.name) ||
			names.compare(a.user.username, b.user.username),
	);
}

function rankOf(role: RoomRole): number {
	return roomRoles.indexOf(role);
}

function isHere({ user }: Member): boolean {
	return user.status.state !== "offline";
}
