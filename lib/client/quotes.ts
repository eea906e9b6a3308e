/** Quotes, as the page makes them before the server has: what stands in a message that quotes another one. */
import { quotedParts } from "../shared/quoted-text.ts";
import type { Message, ReadableQuote } from "../shared/schemas/message.ts";

/** A message that only passes another one on stands for that one. */
export function quoteFrom({ id, roomId, author, text, files, at, quote }: Message): ReadableQuote {
	if (text === "" && files.length === 0 && quote && !("unavailable" in quote)) return quote;
	return { id, roomId, author, ...quotedParts({ text, files }), at };
}

/** The text itself, for where the message may not be read: in the writer's own words, with the author above. */
export function copyOf({ author, text }: Pick<Message, "author" | "text">): string {
	const name = author.name.replace(/[\\`*_~[\]<>#|$@:]/g, "\\$&");
	return [`**${name}**`, ...text.split("\n")].map((line) => `> ${line}`.trimEnd()).join("\n");
}

/** @param deleted ids of messages that are deleted here, and can still be brought back */
export function withoutQuotesOf(messages: Message[], deleted: ReadonlySet<string>): Message[] {
	if (deleted.size === 0) return messages;
	return messages.map((message) => {
		const { quote } = message;
		return quote && deleted.has(quote.id) ? { ...message, quote: { id: quote.id, unavailable: true } } : message;
	});
}
