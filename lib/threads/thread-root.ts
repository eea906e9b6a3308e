import { type MessageDoc, messages } from "@/models/message";
import { ParleyError } from "../shared/errors.ts";

/**
 * The message that a reply hangs on; a reply to a reply goes to the root of its thread.
 * @throws ParleyError `message-not-found` for one of another room, a deleted one, a notice
 */
export async function threadRoot(roomId: string, id: string): Promise<MessageDoc> {
	const message = await messages().findOne({ _id: id, roomId, kind: "text", deletedAt: { $exists: false } });
	if (!message) throw new ParleyError("message-not-found");
	if (message.threadId === undefined) return message;
	// Its replies go on without it when it is deleted.
	const root = await messages().findOne({ _id: message.threadId, roomId });
	if (!root) throw new ParleyError("message-not-found");
	return root;
}
