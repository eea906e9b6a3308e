import { plainText } from "@/components/text/plain-text";
import type { Message } from "@/lib/shared/schemas/message";

/** A message in words: what was written, else what it quotes, and the names of its files. */
export function saidIn({ text, quote, files }: Message): string {
	const quoted = quote && "text" in quote ? [plainText(quote.text), ...(quote.files ?? [])] : [];
	const words = text === "" ? quoted : [plainText(text)];
	return [...words, ...files.map(({ name }) => name)].filter(Boolean).join(" ");
}
