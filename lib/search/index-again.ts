import { messages } from "@/models/message";
import { termsOfMessage } from "./message-terms.ts";

/** Somebody changed the message each time: he has written what it is found by, but for what made us look. */
const MOST_TRIES = 5;

/** What a message is found by, anew, as it is now: something came to it, or went, that is no word of its text. */
export async function indexAgain(id: string): Promise<void> {
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const message = await messages().findOne({ _id: id });
		if (!message?.terms) return;
		// Reactions and threads add terms of their own, under another number.
		const same = { _id: id, rev: message.rev };
		const { matchedCount } = await messages().updateOne(same, { $set: { terms: termsOfMessage(message) } });
		if (matchedCount === 1) return;
	}
}
