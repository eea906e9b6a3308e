import { memberships } from "@/models/membership";
import { rooms } from "@/models/room";
import { account } from "../auth/accounts.ts";
import { publish } from "../realtime/publish.ts";
import { viewRoom } from "../rooms/view-room.ts";

/** Tells all devices of a member how he now stands in a room. */
export async function tellMember(roomId: string, userId: string): Promise<void> {
	const [person, room, membership] = await Promise.all([
		account(userId),
		rooms().findOne({ _id: roomId }),
		memberships().findOne({ roomId, userId }),
	]);
	if (!person || !room || !membership) return;
	publish({ user: userId }, "membership:changed", { room: await viewRoom(person, room, membership) });
}
