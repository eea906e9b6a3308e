/** So much of a quoted message is shown with the one that quotes it. */
const MAX_QUOTED_LENGTH = 300;

/** The beginning of a quoted text, not cut within a character. */
export function quotedText(text: string): string {
	if (text.length <= MAX_QUOTED_LENGTH) return text;
	const cut = text.slice(0, MAX_QUOTED_LENGTH);
	return `${cut.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
