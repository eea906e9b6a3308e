import { MailError, type MailErrorKind } from "./letter.ts";

type Foreign = { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown; message?: unknown };

/** The commands that are about one mail; before them the mail server has not heard of it. */
const ABOUT_THE_MAIL = ["RCPT TO", "DATA"];
const LONGEST_REPLY = 500;

/** What an error of the mail library means to the queue. */
export function mailErrorOf(error: unknown): MailError {
	if (error instanceof MailError) return error;
	const { code, responseCode, response, command, message } = (error ?? {}) as Foreign;
	const reply = String(response ?? message ?? "The mail could not be sent.")
		.slice(0, LONGEST_REPLY)
		.trim();
	const status = typeof responseCode === "number" ? responseCode : undefined;
	const kind = kindOf(String(code ?? ""), status, String(command ?? ""));
	// That it does not encrypt says more than the number with which it says so.
	return new MailError(kind, String(code === "ETLS" ? code : (status ?? code ?? "unknown")), reply);
}

function kindOf(code: string, status: number | undefined, command: string): MailErrorKind {
	if (code === "EAUTH" || status === undefined) {
		// A mail that cannot even be written down (an address of nonsense) would hold up all others for ever.
		return code === "EENVELOPE" || code === "EMESSAGE" || code === "ESTREAM" ? "refused" : "server";
	}
	// 421: it closes the connection, whatever was asked.
	if (status === 421 || !ABOUT_THE_MAIL.includes(command)) return "server";
	return status >= 500 ? "refused" : "later";
}
