/** A mail as it goes out. */
export type Letter = {
	/** With its domain, without brackets; the same however often it is sent, so that mail programs drop a double. */
	messageId: string;
	from: { name: string; address: string };
	to: string;
	subject: string;
	text: string;
	html?: string;
	headers?: Record<string, string>;
};

/**
 * `refused`: this mail will never be taken. `later`: this mail may be taken later. `server`: no mail can be sent now; the way to the
 * mail server, or what it thinks of us, is in trouble.
 */
export type MailErrorKind = "refused" | "later" | "server";

export class MailError extends Error {
	override readonly name = "MailError";

	/**
	 * @param code what went wrong, for programs: `EAUTH`, `ETIMEDOUT`, `550`
	 * @param reply the mail server's own words, or ours
	 */
	constructor(
		readonly kind: MailErrorKind,
		readonly code: string,
		readonly reply: string,
	) {
		super(`${code}: ${reply}`);
	}
}
