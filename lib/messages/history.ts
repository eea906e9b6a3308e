import type { Filter } from "mongodb";
import { type MessageDoc, messages, WITHOUT_TERMS } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { seeRoom } from "../rooms/access.ts";
import { setting } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import type { History } from "../shared/schemas/message.ts";
import { settledRev } from "./reservations.ts";
import { viewMessages } from "./view-message.ts";

/** Where to read: before or after a number, around a number, a message or the first message since a moment, or at the end. */
export type Place = { before: number } | { after: number } | { around: number | string } | { at: Date } | "newest";

/**
 * A piece of a room's history, oldest first. Its `rev` is what `changes` goes on from: it is read before the messages are,
 * so that nothing can fall between.
 * @throws ParleyError `room-not-found`, `message-not-found` for a message that is not in the room
 */
export async function readHistory(person: Account, roomId: string, place: Place, limit: number): Promise<History> {
	const { room } = await seeRoom(person, roomId);
	const rev = await settledRev(room);
	const piece = await readPiece(roomId, place, limit);
	return { items: await viewMessages(piece.docs), hasBefore: piece.hasBefore, hasAfter: piece.hasAfter, rev };
}

const SEQ_AND_TIME = { projection: { _id: 0, seq: 1, at: 1 } } as const;

type Piece = { docs: MessageDoc[]; hasBefore: boolean; hasAfter: boolean };

async function readPiece(roomId: string, place: Place, limit: number): Promise<Piece> {
	if (place === "newest") {
		const { docs, more } = await readDown(roomId, Number.MAX_SAFE_INTEGER, limit);
		return { docs, hasBefore: more, hasAfter: false };
	}
	if ("before" in place) {
		const [{ docs, more }, after] = await Promise.all([
			readDown(roomId, place.before, limit),
			readUp(roomId, place.before - 1, 1),
		]);
		return { docs, hasBefore: more, hasAfter: after.docs.length > 0 };
	}
	if ("after" in place) {
		const [{ docs, more }, before] = await Promise.all([
			readUp(roomId, place.after, limit),
			readDown(roomId, place.after + 1, 1),
		]);
		return { docs, hasBefore: before.docs.length > 0, hasAfter: more };
	}
	if ("at" in place) return readAround(roomId, await seqSince(roomId, place.at), limit);
	const seq = typeof place.around === "number" ? place.around : await seqOf(roomId, place.around);
	return readAround(roomId, seq, limit);
}

/** Half on each side, the message itself on the lower; what one side lacks the other gives. */
async function readAround(roomId: string, seq: number, limit: number): Promise<Piece> {
	const [below, above] = await Promise.all([readDown(roomId, seq + 1, limit), readUp(roomId, seq, limit)]);
	const wantedAbove = Math.floor(limit / 2);
	const fromBelow = Math.min(below.docs.length, limit - Math.min(wantedAbove, above.docs.length));
	const fromAbove = Math.min(above.docs.length, limit - fromBelow);
	return {
		docs: [...below.docs.slice(below.docs.length - fromBelow), ...above.docs.slice(0, fromAbove)],
		hasBefore: below.more || below.docs.length > fromBelow,
		hasAfter: above.more || above.docs.length > fromAbove,
	};
}

async function seqOf(roomId: string, id: string): Promise<number> {
	const message = await messages().findOne(
		{ _id: id, roomId, deletedAt: { $exists: false } },
		{ projection: { seq: 1, threadId: 1 } },
	);
	if (!message) throw new ParleyError("message-not-found");
	if (message.seq !== undefined) return message.seq;
	// A reply has its place where its thread hangs.
	if (message.threadId === undefined || message.threadId === id) throw new ParleyError("message-not-found");
	return seqOf(roomId, message.threadId);
}

/**
 * The number of the first message since a moment; behind the last one when there is none. Numbers and times go up together, but for
 * the few that were written in the same moment: halving the numbers needs no index of times.
 */
async function seqSince(roomId: string, at: Date): Promise<number> {
	const [last] = await messages()
		.find({ roomId, seq: { $gt: 0 } }, SEQ_AND_TIME)
		.sort({ seq: -1 })
		.limit(1)
		.toArray();
	let low = 1;
	let high = (last?.seq ?? 0) + 1;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const [message] = await messages()
			.find({ roomId, seq: { $gte: middle } }, SEQ_AND_TIME)
			.sort({ seq: 1 })
			.limit(1)
			.toArray();
		if (message && message.at < at) low = (message.seq ?? middle) + 1;
		else high = middle;
	}
	return low;
}

async function readDown(roomId: string, before: number, limit: number): Promise<{ docs: MessageDoc[]; more: boolean }> {
	const found = await messages()
		.find({ roomId, seq: { $gt: 0, $lt: before }, ...shown() }, WITHOUT_TERMS)
		.sort({ seq: -1 })
		.limit(limit + 1)
		.toArray();
	return { docs: found.slice(0, limit).reverse(), more: found.length > limit };
}

async function readUp(roomId: string, after: number, limit: number): Promise<{ docs: MessageDoc[]; more: boolean }> {
	const found = await messages()
		.find({ roomId, seq: { $gt: after }, ...shown() }, WITHOUT_TERMS)
		.sort({ seq: 1 })
		.limit(limit + 1)
		.toArray();
	return { docs: found.slice(0, limit), more: found.length > limit };
}

/** Deleted ones are left out, or shown as stubs without text where the setting says so; burned numbers never show. */
function shown(): Filter<MessageDoc> {
	return setting("Message_ShowDeletedStatus") ? { kind: { $ne: "stub" } } : { deletedAt: { $exists: false } };
}
