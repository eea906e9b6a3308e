/**
 * Quotes. A message is the same for all who read it, and so is what it quotes: shown while everybody in its room may read that, judged
 * each time the message is read. Else it is `unavailable` for all, the one who quoted included.
 */
import { memberships } from "@/models/membership";
import { type MessageDoc, messages, WITHOUT_TERMS } from "@/models/message";
import type { RoomDoc } from "@/models/room";
import { accounts } from "../auth/accounts.ts";
import { may } from "../auth/roles.ts";
import { liveRooms } from "../rooms/read-together.ts";

/** In larger rooms a quote from a room that is not public is not judged person by person, and is not shown. */
const MOST_JUDGED = 200;

type Quoting = Pick<MessageDoc, "_id" | "roomId" | "quoteOf">;

/** What these messages quote and everybody in their rooms may read, by id of the quoting message. Most quote nothing and cost nothing. */
export async function readableQuotes(docs: Quoting[]): Promise<Map<string, MessageDoc>> {
	const quoting = docs.flatMap(({ _id, roomId, quoteOf }) => (quoteOf ? [{ _id, roomId, quoteOf }] : []));
	if (quoting.length === 0) return new Map();
	const [found, rooms] = await Promise.all([
		messages()
			.find({ _id: { $in: quoting.map(({ quoteOf }) => quoteOf.id) }, deletedAt: { $exists: false } }, WITHOUT_TERMS)
			.toArray(),
		liveRooms(quoting.flatMap(({ roomId, quoteOf }) => (quoteOf.roomId === roomId ? [] : [roomId, quoteOf.roomId]))),
	]);
	const messageOf = new Map(found.map((message) => [message._id, message]));
	const roomOf = new Map(rooms.map((room) => [room._id, room]));
	const judged = new Map<string, Promise<boolean>>();
	const readable = new Map<string, MessageDoc>();
	for (const { _id, roomId, quoteOf } of quoting) {
		const quoted = messageOf.get(quoteOf.id);
		if (!quoted) continue;
		const pair = `${roomId} ${quoted.roomId}`;
		const allowed =
			judged.get(pair) ?? mayAllRead(roomOf.get(roomId), roomOf.get(quoted.roomId), roomId === quoted.roomId);
		judged.set(pair, allowed);
		if (await allowed) readable.set(_id, quoted);
	}
	return readable;
}

/** Whether everybody in a room may read another one. */
async function mayAllRead(room: RoomDoc | undefined, quoted: RoomDoc | undefined, isSame: boolean): Promise<boolean> {
	if (isSame) return true;
	if (!room || !quoted) return false;
	// Whoever looks at a public room from outside may read what is public, and nothing else.
	if (quoted.kind !== "public" && (room.kind === "public" || room.memberCount > MOST_JUDGED)) return false;
	const outside = await outsideOf(room._id, quoted._id);
	if (outside.length === 0) return true;
	if (quoted.kind !== "public") return false;
	const people = await accounts(outside);
	return people.every((person) => !person.active || may(person, "room-preview"));
}

/** Ids of those members of the first room who are not members of the second. */
async function outsideOf(roomId: string, otherId: string): Promise<string[]> {
	const found = await memberships()
		.find({ roomId: { $in: [roomId, otherId] } }, { projection: { roomId: 1, userId: 1 } })
		.toArray();
	const inside = new Set(found.filter((each) => each.roomId === otherId).map(({ userId }) => userId));
	return found.filter((each) => each.roomId === roomId && !inside.has(each.userId)).map(({ userId }) => userId);
}
