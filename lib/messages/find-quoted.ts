import type { MessageDoc } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { ParleyError } from "../shared/errors.ts";
import { seeMessage } from "./find-message.ts";

/** What a new message is to quote. @throws ParleyError `message-not-found` for one that the author may not read, `not-allowed` for a notice */
export async function findQuoted(author: Account, id: string | undefined): Promise<MessageDoc["quoteOf"]> {
	if (id === undefined) return undefined;
	const { message } = await seeMessage(author, id);
	if (message.kind !== "text") throw new ParleyError("not-allowed");
	return { id, roomId: message.roomId };
}
