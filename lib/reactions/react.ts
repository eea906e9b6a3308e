import { customEmoji } from "@/models/custom-emoji";
import type { MessageDoc } from "@/models/message";
import type { Account } from "../auth/accounts.ts";
import { seeMessage } from "../messages/find-message.ts";
import { change, type Update } from "../messages/room-queue.ts";
import { viewMessages } from "../messages/view-message.ts";
import { needNotArchived } from "../rooms/access.ts";
import { byHas } from "../search/message-terms.ts";
import { customEmojiName, emojiOf } from "../shared/emoji.ts";
import { ParleyError } from "../shared/errors.ts";
import { MAX_REACTION_KINDS } from "../shared/limits.ts";
import type { Message } from "../shared/schemas/message.ts";

/**
 * Adds one's reaction to a message; in a read-only room as well, where it is all that a reader can say. Doing it twice changes nothing.
 * @throws ParleyError `message-not-found`, `not-a-member`, `room-archived`, `unknown-emoji`, `too-many-reactions`
 */
export async function react(person: Account, id: string, text: string): Promise<Message> {
	const { message, emoji } = await see(person, id, text);
	if (message.reactions?.[emoji]?.includes(person._id)) return view(message);
	await needEmoji(emoji);
	if (kindsOf(message).filter((kind) => kind !== emoji).length >= MAX_REACTION_KINDS) {
		throw new ParleyError("too-many-reactions");
	}
	return write(message, {
		$addToSet: { [`reactions.${emoji}`]: person._id, ...(message.terms && { terms: byHas("reaction") }) },
	});
}

/** Takes one's reaction back. Where there is none, nothing changes. @throws ParleyError as `react` */
export async function unreact(person: Account, id: string, text: string): Promise<Message> {
	const { message, emoji } = await see(person, id, text);
	if (!message.reactions?.[emoji]?.includes(person._id)) return view(message);
	const isLast = kindsOf(message).length === 1 && message.reactions[emoji].length === 1;
	return write(message, {
		$pull: { [`reactions.${emoji}`]: person._id, ...(isLast && { terms: byHas("reaction") }) },
	});
}

async function see(person: Account, id: string, text: string): Promise<{ message: MessageDoc; emoji: string }> {
	const { room, membership, message } = await seeMessage(person, id);
	if (!membership) throw new ParleyError("not-a-member");
	needNotArchived(room);
	const emoji = emojiOf(text) ?? (customEmojiName(text) && text);
	if (!emoji) throw new ParleyError("unknown-emoji");
	if (message.kind !== "text") throw new ParleyError("not-allowed");
	return { message, emoji };
}

/** One of the server's own may be gone; what people reacted with it before stays. @throws ParleyError `unknown-emoji` */
async function needEmoji(emoji: string): Promise<void> {
	const name = customEmojiName(emoji);
	if (name && !(await customEmoji().findOne({ _id: name }))) throw new ParleyError("unknown-emoji");
}

async function write({ roomId, _id }: MessageDoc, update: Update): Promise<Message> {
	const { message } = await change(roomId, _id, update);
	return view(message);
}

async function view(message: MessageDoc): Promise<Message> {
	const [seen] = await viewMessages([message]);
	if (!seen) throw new ParleyError("message-not-found");
	return seen;
}

function kindsOf({ reactions = {} }: MessageDoc): string[] {
	return Object.keys(reactions).filter((emoji) => (reactions[emoji]?.length ?? 0) > 0);
}
