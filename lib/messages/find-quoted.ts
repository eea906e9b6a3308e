import { type MessageDoc, messages } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { seeRoom } from "../rooms/access.ts";
import { isParleyError, ParleyError } from "../shared/errors.ts";

/**
 * What a new message is to quote. One that was deleted while the author wrote, or was offline, is quoted all the same, and shown to nobody.
 * @throws ParleyError `message-not-found` for one that the author may not read, `not-allowed` for a notice
 */
export async function findQuoted(author: Account, id: string | undefined): Promise<MessageDoc["quoteOf"]> {
	if (id === undefined) return undefined;
	const message = await messages().findOne({ _id: id }, { projection: { roomId: 1, kind: 1 } });
	if (!message) throw new ParleyError("message-not-found");
	const { roomId, kind } = message;
	await seeRoom(author, roomId).catch((error: unknown) => {
		throw isParleyError(error) ? new ParleyError("message-not-found") : error;
	});
	if (kind !== "text") throw new ParleyError("not-allowed");
	return { id, roomId };
}
