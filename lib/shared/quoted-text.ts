/** So much of a quoted message is shown with the one that quotes it. */
const MAX_QUOTED_LENGTH = 300;

type Quotable = { text: string; files: readonly { name: string }[] };

/** What of a message stands in one that quotes it. Files stay where they are: they are named. */
export function quotedParts({ text, files }: Quotable): { text: string; files?: string[] } {
	return { text: quotedText(text), ...(files.length > 0 && { files: files.map(({ name }) => name) }) };
}

/** The beginning of a quoted text, not cut within a character. */
function quotedText(text: string): string {
	if (text.length <= MAX_QUOTED_LENGTH) return text;
	const cut = text.slice(0, MAX_QUOTED_LENGTH);
	return `${cut.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
