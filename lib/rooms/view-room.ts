import type { MembershipDoc } from "@/models/membership";
import type { RoomDoc } from "@/models/room";
import { type Account, accounts } from "../auth/accounts.ts";
import { countMentions } from "../memberships/mentions.ts";
import { countUnread } from "../memberships/unread.ts";
import { isExpired } from "../messages/reservations.ts";
import type { RoomCore, RoomView } from "../shared/schemas/room.ts";
import { viewUser } from "../users/view-user.ts";

/** What is the same for everybody: the shape of `room:changed`. */
export function viewRoomCore(room: RoomDoc): RoomCore {
	return {
		id: room._id,
		kind: room.kind,
		name: room.name ?? null,
		topic: room.topic,
		announcement: room.announcement,
		memberCount: room.memberCount,
		...announcedNumbers(room),
		lastMessageAt: room.lastMessageAt?.toISOString() ?? null,
		archived: room.archivedAt !== undefined,
		readOnly: room.readOnly,
		default: room.isDefault,
	};
}

export async function viewRoom(
	viewer: Account,
	room: RoomDoc,
	membership: MembershipDoc | undefined,
): Promise<RoomView> {
	const [view] = await viewRooms(viewer, [{ room, membership }]);
	if (!view) throw new Error("A room has one view.");
	return view;
}

/**
 * The numbers up to which everything was announced. What is reserved and not yet written will come as an event: a view that
 * counted it already would make pages take that event for an old one.
 */
export function announcedNumbers({ lastSeq, rev, open }: RoomDoc): { lastSeq: number; rev: number } {
	const pending = open.filter((reservation) => !isExpired(reservation));
	return {
		lastSeq: Math.min(lastSeq, ...pending.filter(({ posts }) => posts > 0).map(({ fromSeq }) => fromSeq - 1)),
		rev: Math.min(rev, ...pending.map(({ fromRev }) => fromRev - 1)),
	};
}

/** Rooms as one person sees them, in the same order; the unread numbers of all in one query, their mentions in another. */
export async function viewRooms(
	viewer: Account,
	list: { room: RoomDoc; membership: MembershipDoc | undefined }[],
): Promise<RoomView[]> {
	const marked = list.flatMap(({ room, membership }) =>
		membership ? [{ room: { ...room, ...announcedNumbers(room) }, membership }] : [],
	);
	const [unread, mentions, people] = await Promise.all([
		countUnread(marked),
		countMentions(viewer._id, marked),
		accounts(list.flatMap(({ room }) => directMembers(room))),
	]);
	const byId = new Map(people.map((person) => [person._id, person]));
	return list.map(({ room, membership }) => {
		const others = directMembers(room)
			.filter((id, _, all) => id !== viewer._id || all.length === 1)
			.flatMap((id) => byId.get(id) ?? []);
		return {
			...viewRoomCore(room),
			displayName: room.name ?? others.map(({ name }) => name).join(", "),
			membership: membership
				? {
						role: membership.role,
						lastReadSeq: membership.lastReadSeq,
						unread: unread.get(room._id) ?? 0,
						mentions: mentions.get(room._id) ?? 0,
						involvement: viewInvolvement(membership),
						favorite: membership.favorite ?? false,
					}
				: null,
			...(room.kind === "direct" && { with: others.map((person) => viewUser(person)) }),
		};
	});
}

/** A mute whose time is over is none, though nobody has written that down. */
function viewInvolvement({ level, email, mutedUntil }: MembershipDoc) {
	const isMuted = mutedUntil !== undefined && mutedUntil.getTime() > Date.now();
	return {
		level: level ?? "default",
		mutedUntil: isMuted ? mutedUntil.toISOString() : null,
		email: email ?? "default",
	} as const;
}

/** The people of a direct room, who never change. */
export function directMembers({ directKey }: RoomDoc): string[] {
	return directKey?.split(" ") ?? [];
}
