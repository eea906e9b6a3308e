import type { MessageDoc, NoticeDoc } from "@/models/message";
import { newId } from "../shared/ids.ts";
import { post } from "./room-queue.ts";

/** Notes in a room what happened in it. Takes a number like a message, and never counts as unread. */
export async function writeNotice(roomId: string, actorId: string, notice: NoticeDoc): Promise<MessageDoc> {
	const { message } = await post({
		_id: newId(),
		roomId,
		authorId: actorId,
		kind: "notice",
		text: "",
		at: new Date(),
		notice,
		uncounted: true,
	});
	return message;
}
