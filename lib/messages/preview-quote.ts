import { type Account, accounts } from "../auth/accounts.ts";
import { needPermission } from "../auth/roles.ts";
import { enterToWrite } from "../rooms/access.ts";
import { ParleyError } from "../shared/errors.ts";
import type { Quote } from "../shared/schemas/message.ts";
import { UNKNOWN_AUTHOR, viewAuthor } from "../users/view-user.ts";
import { seeMessage } from "./find-message.ts";
import { readableQuotes } from "./readable-quotes.ts";
import { viewQuote } from "./view-message.ts";

/**
 * What would stand in a new message of a room that quotes this one: whoever is about to forward it knows beforehand whether it will be shown.
 * @throws ParleyError `message-not-found`, `not-allowed` for a notice, and what keeps him from writing in the room
 */
export async function previewQuote(person: Account, id: string, roomId: string): Promise<Quote> {
	const { message } = await seeMessage(person, id);
	if (message.kind !== "text") throw new ParleyError("not-allowed");
	needPermission(person, "message-send");
	await enterToWrite(person, roomId);
	const readable = await readableQuotes([{ _id: id, roomId, quoteOf: { id, roomId: message.roomId } }]);
	const [author] = await accounts([message.authorId]);
	return viewQuote(id, readable.get(id), (authorId) =>
		author ? viewAuthor(author) : { ...UNKNOWN_AUTHOR, id: authorId },
	);
}
