import type { Account } from "../auth/accounts.ts";
import { needPermission } from "../auth/roles.ts";
import { enterToWrite } from "../rooms/access.ts";
import { newId } from "../shared/ids.ts";
import type { Message, MessageInput } from "../shared/schemas/message.ts";
import { checkText } from "./check-text.ts";
import { post } from "./room-queue.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Sends a message. The same id again, after minutes, a restart or on another node, gives the same message.
 * @throws ParleyError `room-not-found`, `not-a-member`, `room-archived`, `room-read-only`, `not-allowed`, `id-taken`,
 *   `invalid-input` for a text that is empty or too long
 */
export async function sendMessage(
	author: Account,
	roomId: string,
	{ id = newId(), text }: MessageInput,
): Promise<{ message: Message; isNew: boolean }> {
	needPermission(author, "message-send");
	await enterToWrite(author, roomId);
	checkText(text);
	const { message, outcome } = await post({
		_id: id,
		roomId,
		authorId: author._id,
		kind: "text",
		text,
		at: new Date(),
	});
	const [view] = await viewMessages([message]);
	if (!view) throw new Error("A message has one view.");
	return { message: view, isNew: outcome === "created" };
}
