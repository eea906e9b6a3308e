import { type MessageDoc, messages } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { type Seen, seeRoom } from "../rooms/access.ts";
import { isParleyError, ParleyError } from "../shared/errors.ts";
import type { Message } from "../shared/schemas/message.ts";
import { viewMessages } from "./view-message.ts";

/**
 * A message in a room that he may read. One that he may not see answers word for word like one that does not exist.
 * @throws ParleyError `message-not-found`
 */
export async function seeMessage(person: Account, id: string): Promise<Seen & { message: MessageDoc }> {
	const message = await messages().findOne({ _id: id, deletedAt: { $exists: false } });
	if (!message) throw new ParleyError("message-not-found");
	try {
		return { ...(await seeRoom(person, message.roomId)), message };
	} catch (error) {
		throw isParleyError(error) ? new ParleyError("message-not-found") : error;
	}
}

/** @throws ParleyError `message-not-found` */
export async function findMessage(person: Account, id: string): Promise<Message> {
	const { message } = await seeMessage(person, id);
	const [view] = await viewMessages([message]);
	if (!view) throw new ParleyError("message-not-found");
	return view;
}
