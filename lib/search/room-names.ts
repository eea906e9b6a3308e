import type { RoomDoc } from "@/models/room";
import { type Account, accounts } from "../auth/accounts.ts";
import { directMembers } from "../rooms/view-room.ts";
import type { SearchedRoom } from "../shared/schemas/search.ts";

/** Rooms as results name them: a direct one is called by who else is in it. */
export async function nameRooms(person: Account, rooms: RoomDoc[]): Promise<Map<string, SearchedRoom>> {
	const direct = rooms.filter(({ kind }) => kind === "direct");
	const people = new Map((await accounts(direct.flatMap(directMembers))).map((each) => [each._id, each.name]));
	const peopleOf = (room: RoomDoc) => {
		const others = directMembers(room).filter((id, _, all) => id !== person._id || all.length === 1);
		return others.flatMap((id) => people.get(id) ?? []).join(", ");
	};
	return new Map(
		rooms.map((room) => {
			const { _id: id, kind, name = null } = room;
			return [id, { id, kind, name, displayName: name ?? peopleOf(room) }];
		}),
	);
}
