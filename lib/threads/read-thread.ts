import { type MessageDoc, messages, WITHOUT_TERMS } from "@/models/message";
import { threadFollows } from "@/models/thread-follow";
import type { Account } from "../auth/accounts.ts";
import type { Place } from "../messages/history.ts";
import { settledRev } from "../messages/reservations.ts";
import { viewMessages } from "../messages/view-message.ts";
import { type Seen, seeRoom } from "../rooms/access.ts";
import { isParleyError, ParleyError } from "../shared/errors.ts";
import type { Thread } from "../shared/schemas/message.ts";

export type ThreadPlace = Exclude<Place, { at: Date }>;

/**
 * A piece of a thread, oldest first. Any message of it names it. Its `rev` is read before the replies are, as in a room's history.
 * @throws ParleyError `message-not-found`
 */
export async function readThread(person: Account, id: string, place: ThreadPlace, limit: number): Promise<Thread> {
	const { root, room } = await seeThread(person, id);
	const rev = await settledRev(room);
	const [piece, follow] = await Promise.all([
		readPiece(root._id, place, limit),
		threadFollows().findOne({ threadId: root._id, userId: person._id }),
	]);
	const [rootView, ...items] = await viewMessages([root, ...piece.docs]);
	if (!rootView) throw new ParleyError("message-not-found");
	return {
		root: rootView,
		items,
		hasBefore: piece.hasBefore,
		hasAfter: piece.hasAfter,
		following: follow?.following ?? false,
		lastReadThreadSeq: follow?.lastReadSeq ?? 0,
		rev,
	};
}

/** The message that a thread hangs on; a deleted one only while it has replies. @throws ParleyError `message-not-found` */
export async function seeThread(person: Account, id: string): Promise<Seen & { root: MessageDoc }> {
	const message = await messages().findOne({ _id: id, kind: "text" }, WITHOUT_TERMS);
	const rootId = message?.threadId ?? id;
	const root = rootId === id ? message : await messages().findOne({ _id: rootId }, WITHOUT_TERMS);
	if (!root || (root.deletedAt && !(await exists(root._id, { $gt: 0 })))) throw new ParleyError("message-not-found");
	try {
		return { ...(await seeRoom(person, root.roomId)), root };
	} catch (error) {
		throw isParleyError(error) ? new ParleyError("message-not-found") : error;
	}
}

const ONLY_NUMBER = { projection: { threadSeq: 1 } };

type Piece = { docs: MessageDoc[]; hasBefore: boolean; hasAfter: boolean };

async function readPiece(threadId: string, place: ThreadPlace, limit: number): Promise<Piece> {
	if (place === "newest") {
		const { docs, more } = await read(threadId, { $gt: 0 }, -1, limit);
		return { docs: docs.reverse(), hasBefore: more, hasAfter: false };
	}
	if ("before" in place) {
		const [{ docs, more }, hasAfter] = await Promise.all([
			read(threadId, { $gt: 0, $lt: place.before }, -1, limit),
			exists(threadId, { $gte: place.before }),
		]);
		return { docs: docs.reverse(), hasBefore: more, hasAfter };
	}
	if ("around" in place) return readAround(threadId, await numberOf(threadId, place.around), limit);
	const [{ docs, more }, hasBefore] = await Promise.all([
		read(threadId, { $gt: place.after }, 1, limit),
		exists(threadId, { $gt: 0, $lte: place.after }),
	]);
	return { docs, hasBefore, hasAfter: more };
}

/** Half on each side, the reply itself on the lower; what one side lacks the other gives. */
async function readAround(threadId: string, threadSeq: number, limit: number): Promise<Piece> {
	const [below, above] = await Promise.all([
		read(threadId, { $gt: 0, $lte: threadSeq }, -1, limit),
		read(threadId, { $gt: threadSeq }, 1, limit),
	]);
	const fromBelow = Math.min(below.docs.length, limit - Math.min(Math.floor(limit / 2), above.docs.length));
	const fromAbove = Math.min(above.docs.length, limit - fromBelow);
	return {
		docs: [...below.docs.slice(0, fromBelow).reverse(), ...above.docs.slice(0, fromAbove)],
		hasBefore: below.more || below.docs.length > fromBelow,
		hasAfter: above.more || above.docs.length > fromAbove,
	};
}

async function numberOf(threadId: string, place: number | string): Promise<number> {
	if (typeof place === "number") return place;
	const reply = await messages().findOne({ _id: place, threadId, deletedAt: { $exists: false } }, ONLY_NUMBER);
	if (reply?.threadSeq === undefined) throw new ParleyError("message-not-found");
	return reply.threadSeq;
}

type Range = { $gt?: number; $gte?: number; $lt?: number; $lte?: number };

async function read(threadId: string, threadSeq: Range, order: 1 | -1, limit: number) {
	const found = await messages()
		.find({ threadId, threadSeq, deletedAt: { $exists: false } }, WITHOUT_TERMS)
		.sort({ threadSeq: order })
		.limit(limit + 1)
		.toArray();
	return { docs: found.slice(0, limit), more: found.length > limit };
}

async function exists(threadId: string, threadSeq: Range): Promise<boolean> {
	const one = { projection: { _id: 1 } };
	return (await messages().findOne({ threadId, threadSeq, deletedAt: { $exists: false } }, one)) !== null;
}
