import { type MessageDoc, messages } from "@/models/message";
import type { RoomDoc } from "@/models/room";
import type { Account } from "../auth/accounts.ts";
import { needPermission } from "../auth/roles.ts";
import { bindFiles, filesSent } from "../files/attach-files.ts";
import { notifyLater } from "../notifications/notify.ts";
import { previewLinks, previewsDue } from "../previews/preview-links.ts";
import { enterToWrite, mayRead } from "../rooms/access.ts";
import { readRoom } from "../rooms/read-together.ts";
import { termsOfMessage } from "../search/message-terms.ts";
import { newId } from "../shared/ids.ts";
import type { Message, MessageInput } from "../shared/schemas/message.ts";
import { afterReply } from "../threads/after-reply.ts";
import { threadRoot } from "../threads/thread-root.ts";
import { checkText } from "./check-text.ts";
import { findMentions } from "./find-mentions.ts";
import { findQuoted } from "./find-quoted.ts";
import { type NewMessage, post } from "./room-queue.ts";
import { viewMessages } from "./view-message.ts";

/**
 * Sends a message. The same id again, after minutes, a restart or on another node, gives the same message.
 * @throws ParleyError `room-not-found`, `message-not-found` for a thread that is none of the room and for a quote of what he may not read, `file-not-found`, `not-a-member`,
 *   `room-archived`, `room-read-only`, `not-allowed`, `id-taken`, `invalid-input` for a text that is empty or too long
 */
export async function sendMessage(
	author: Account,
	roomId: string,
	{ id = newId(), ...input }: MessageInput,
): Promise<{ message: Message; isNew: boolean }> {
	let prepared: Prepared;
	try {
		prepared = await prepare(author, roomId, { ...input, id });
	} catch (error) {
		// A retry whose first answer was lost: it was written while that was allowed, and stays written.
		const sent = await findSent(author, roomId, id);
		if (!sent) throw error;
		return { message: sent, isNew: false };
	}
	const { root, draft, room } = prepared;
	const { message, outcome } = await post(draft);
	if (message.files) await filesSent(message);
	previewLinks(message);
	if (root && outcome === "created") await afterReply(root, message);
	if (outcome === "created") notifyLater({ message, room });
	const [view] = await viewMessages([message]);
	if (!view) throw new Error("A message has one view.");
	return { message: view, isNew: outcome === "created" };
}

type Prepared = { draft: NewMessage; root: MessageDoc | undefined; room: RoomDoc };

async function prepare(
	author: Account,
	roomId: string,
	{ id, text, threadId, alsoToRoom = false, fileIds = [], quoteOf }: MessageInput & { id: string },
): Promise<Prepared> {
	needPermission(author, "message-send");
	const entered = await enterToWrite(author, roomId);
	checkText(text, fileIds.length > 0 || quoteOf !== undefined);
	const root = threadId === undefined ? undefined : await threadRoot(roomId, threadId);
	const [mentioned, quoted] = await Promise.all([findMentions(author, entered, text), findQuoted(author, quoteOf)]);
	const written = { _id: id, roomId, authorId: author._id, text };
	// Last: files that are bound to a message that is refused would be lost for the next one.
	const files = await bindFiles(written, fileIds);
	const draft: NewMessage = {
		...written,
		kind: "text",
		...(root && { threadId: root._id, ...(alsoToRoom && { alsoToRoom }) }),
		...(files.length > 0 && { files }),
		...(quoted && { quoteOf: quoted }),
		...mentioned,
		...previewsDue(text),
		terms: termsOfMessage({ text, authorId: author._id, files }),
		at: new Date(),
	};
	return { draft, root, room: entered.room };
}

async function findSent(author: Account, roomId: string, id: string): Promise<Message | undefined> {
	const sent = await messages().findOne({ _id: id, roomId, authorId: author._id, kind: "text" });
	if (!sent) return undefined;
	const { room, membership } = await readRoom(roomId, author._id);
	if (!room || !mayRead(author, room, membership)) return undefined;
	const [view] = await viewMessages([sent]);
	return view;
}
