import type { Filter } from "mongodb";
import { memberships } from "@/models/membership";
import { type RoomDoc, rooms } from "@/models/room";
import type { Account } from "../auth/accounts.ts";
import { may } from "../auth/roles.ts";
import { membershipsOf } from "../memberships/memberships-of.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { RoomView } from "../shared/schemas/room.ts";
import { mayRead, seeRoom } from "./access.ts";
import { liveRooms } from "./read-together.ts";
import { viewRoom, viewRooms } from "./view-room.ts";

/** All rooms of a person, for the sidebar. */
export async function roomsOf(person: Account): Promise<RoomView[]> {
	const mine = await membershipsOf(person._id);
	const docs = await liveRooms(mine.map(({ roomId }) => roomId));
	const byRoom = new Map(mine.map((membership) => [membership.roomId, membership]));
	return viewRooms(
		person,
		docs.map((room) => ({ room, membership: byRoom.get(room._id) })),
	);
}

export type DirectoryQuery = {
	query?: string | undefined;
	kind?: RoomDoc["kind"] | undefined;
	joined?: boolean | undefined;
	sort: "name" | "members" | "activity";
	limit: number;
	cursor?: string | undefined;
};

/** Public rooms that he may preview, and his own. @throws ParleyError `invalid-input` for a wrong cursor */
export async function findRooms(
	person: Account,
	{ query, kind, joined, sort, limit, cursor }: DirectoryQuery,
): Promise<Page<RoomView>> {
	const mine = await memberships().find({ userId: person._id }).toArray();
	const myIds = mine.map(({ roomId }) => roomId);
	const readable: Filter<RoomDoc>[] = [{ _id: { $in: myIds } }];
	if (may(person, "room-preview")) readable.push({ kind: "public" });
	const filters: Filter<RoomDoc>[] = [{ deletedAt: { $exists: false } }, { $or: readable }];
	if (kind) filters.push({ kind });
	if (joined !== undefined) filters.push({ _id: joined ? { $in: myIds } : { $nin: myIds } });
	const words = foldName(query ?? "").trim();
	if (words) filters.push({ nameKey: { $regex: escapeRegExp(words) } });

	const order = ORDERS[sort];
	const at = readCursor(cursor, 2);
	if (at[0] !== undefined && at[1] !== undefined) filters.push(order.after(at[0], at[1]));
	const found = await rooms()
		.find({ $and: filters })
		.sort(order.by)
		.limit(limit + 1)
		.toArray();
	const page = pageOf(found, limit, (room) => [order.key(room), room._id]);
	const byRoom = new Map(mine.map((membership) => [membership.roomId, membership]));
	return {
		nextCursor: page.nextCursor,
		items: await viewRooms(
			person,
			page.items.map((room) => ({ room, membership: byRoom.get(room._id) })),
		),
	};
}

type Order = {
	by: Record<string, 1 | -1>;
	key(room: RoomDoc): string;
	after(key: string, id: string): Filter<RoomDoc>;
};

/** Direct rooms have no name and new ones no activity: what is missing sorts as MongoDB sorts it, before everything. */
const ORDERS: Record<DirectoryQuery["sort"], Order> = {
	name: {
		by: { nameKey: 1, _id: 1 },
		key: ({ nameKey }) => nameKey ?? "",
		after: (key, id) =>
			key === ""
				? { $or: [{ nameKey: { $exists: true } }, { nameKey: { $exists: false }, _id: { $gt: id } }] }
				: { $or: [{ nameKey: { $gt: key } }, { nameKey: key, _id: { $gt: id } }] },
	},
	members: {
		by: { memberCount: -1, _id: 1 },
		key: ({ memberCount }) => String(memberCount),
		after: (key, id) => ({
			$or: [{ memberCount: { $lt: Number(key) } }, { memberCount: Number(key), _id: { $gt: id } }],
		}),
	},
	activity: {
		by: { lastMessageAt: -1, _id: 1 },
		key: ({ lastMessageAt }) => lastMessageAt?.toISOString() ?? "",
		after: (key, id) =>
			key === ""
				? { lastMessageAt: { $exists: false }, _id: { $gt: id } }
				: {
						$or: [
							{ lastMessageAt: { $lt: new Date(key) } },
							{ lastMessageAt: new Date(key), _id: { $gt: id } },
							{ lastMessageAt: { $exists: false } },
						],
					},
	},
};

/** @param idOrName an id, or `@` and the name of a room. @throws ParleyError `room-not-found` */
export async function findRoom(person: Account, idOrName: string): Promise<RoomView> {
	const seen = idOrName.startsWith("@") ? await seeByName(person, idOrName.slice(1)) : await seeRoom(person, idOrName);
	return viewRoom(person, seen.room, seen.membership);
}

/** The public room of this name, then the one of mine that I have been in longest. */
async function seeByName(person: Account, name: string) {
	const [room] = await roomsByName(person, [foldName(name)]);
	if (!room) throw new ParleyError("room-not-found");
	return seeRoom(person, room._id);
}

/**
 * The rooms that these folded names mean to a person: of each name the public room, else the one of his that he has been in
 * longest. Names of nothing are left out.
 */
export async function roomsByName(person: Account, nameKeys: string[]): Promise<RoomDoc[]> {
	if (nameKeys.length === 0) return [];
	const found = await rooms()
		.find({ kind: { $in: ["public", "private"] }, nameKey: { $in: nameKeys }, deletedAt: { $exists: false } })
		.limit(1_000)
		.toArray();
	const isOpen = (room: RoomDoc) => room.kind === "public" && mayRead(person, room, undefined);
	const closed = found.filter((room) => !isOpen(room)).map(({ _id }) => _id);
	const mine =
		closed.length === 0
			? []
			: await memberships()
					.find({ userId: person._id, roomId: { $in: closed } })
					.toArray();
	const joinedAt = new Map(mine.map((membership) => [membership.roomId, membership.joinedAt.getTime()]));
	const meant = new Map<string, RoomDoc>();
	const before = (room: RoomDoc) => (isOpen(room) ? Number.NEGATIVE_INFINITY : (joinedAt.get(room._id) ?? 0));
	for (const room of found) {
		if (!room.nameKey || (!isOpen(room) && !joinedAt.has(room._id))) continue;
		const other = meant.get(room.nameKey);
		if (!other || before(room) < before(other)) meant.set(room.nameKey, room);
	}
	return [...meant.values()];
}

/** For a pattern that finds the text letter by letter; MongoDB takes no zero byte in a pattern as it stands. */
export function escapeRegExp(text: string): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replaceAll("\0", "\\x00");
}
