import { messages, WITHOUT_TERMS } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { hasRight, needNotArchived, seeRoom } from "../rooms/access.ts";
import { ParleyError } from "../shared/errors.ts";
import { MAX_PINS } from "../shared/limits.ts";
import type { Message } from "../shared/schemas/message.ts";
import { seeMessage } from "./find-message.ts";
import { change } from "./room-queue.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Keeps a message at hand for all members of the room, or lets it go. Doing it twice changes nothing.
 * @throws ParleyError `message-not-found`, `not-a-member`, `not-allowed`, `room-archived`, `too-many-pins`
 */
export async function setPinned(person: Account, id: string, pinned: boolean): Promise<Message> {
	const { room, membership, message } = await seeMessage(person, id);
	if (!membership) throw new ParleyError("not-a-member");
	needNotArchived(room);
	const mayPin = room.kind === "direct" || hasRight(person, { room, membership }, "pin-messages");
	if (!mayPin || message.kind !== "text") throw new ParleyError("not-allowed");
	if ((message.pinned !== undefined) === pinned) return view(message);
	if (pinned && (await countPins(room._id)) >= MAX_PINS) throw new ParleyError("too-many-pins");
	const update = pinned
		? { $set: { pinned: { by: person._id, at: new Date() } } }
		: { $unset: { pinned: true as const } };
	return view((await change(room._id, id, update)).message);
}

/** The pinned messages of a room, the last pinned first. @throws ParleyError `room-not-found` */
export async function listPins(person: Account, roomId: string): Promise<Message[]> {
	const { room } = await seeRoom(person, roomId);
	const found = await messages()
		.find({ roomId: room._id, pinned: { $exists: true } }, WITHOUT_TERMS)
		.sort({ "pinned.at": -1 })
		.limit(MAX_PINS)
		.toArray();
	return viewMessages(found);
}

function countPins(roomId: string): Promise<number> {
	return messages().countDocuments({ roomId, pinned: { $exists: true } });
}

async function view(message: Parameters<typeof viewMessages>[0][number]): Promise<Message> {
	const [seen] = await viewMessages([message]);
	if (!seen) throw new ParleyError("message-not-found");
	return seen;
}
