/** The one door to the mail server. Foreign shapes (nodemailer's options and errors) end here. */
import { createTransport, type Transporter } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { setting } from "../settings/settings.ts";
import { singleton } from "../singleton.ts";
import { type Letter, MailError } from "./letter.ts";
import { mailErrorOf } from "./mail-error-of.ts";

const CONNECTED_WITHIN_MS = 15_000;
const ANSWERS_WITHIN_MS = 30_000;
/** An unused connection is closed: many servers do so themselves, and the next mail would find it dead. */
const IDLE_FOR_MS = 20_000;

type Kept = { transport: Transporter; options: string; idle?: NodeJS.Timeout };

/** Whether a mail server is named at all. */
export function mailIsOn(): boolean {
	return setting("SMTP_Host") !== "";
}

/**
 * Hands a mail to the mail server.
 * @returns the mail server's last words
 * @throws MailError
 */
export async function deliver(letter: Letter): Promise<string> {
	const transport = openTransport();
	try {
		return await sendBy(transport, letter);
	} finally {
		if (!setting("SMTP_Pool")) closeTransport();
	}
}

/** Sends through any transport. @throws MailError */
export async function sendBy(transport: Transporter, { messageId, ...letter }: Letter): Promise<string> {
	try {
		const sent = await transport.sendMail({
			...letter,
			messageId: `<${messageId}>`,
			// What people wrote is never taken for a file or an address to fetch.
			disableFileAccess: true,
			disableUrlAccess: true,
		});
		return sent.response ?? "";
	} catch (error) {
		throw mailErrorOf(error);
	}
}

/** As the settings say now. */
export function transportOptions(): SMTPTransport.Options {
	const [user, pass] = [setting("SMTP_Username"), setting("SMTP_Password")];
	const isEncryptedFirst = setting("SMTP_Protocol") === "smtps";
	const ignoreTLS = setting("SMTP_IgnoreTLS") && !isEncryptedFirst;
	if (!mailIsOn()) throw new MailError("server", "ENOHOST", "No mail server is named.");
	return {
		host: setting("SMTP_Host"),
		port: setting("SMTP_Port"),
		secure: isEncryptedFirst,
		ignoreTLS,
		requireTLS: !ignoreTLS && !isEncryptedFirst,
		...(user !== "" && { auth: { user, pass } }),
		connectionTimeout: CONNECTED_WITHIN_MS,
		greetingTimeout: CONNECTED_WITHIN_MS,
		socketTimeout: ANSWERS_WITHIN_MS,
		dnsTimeout: CONNECTED_WITHIN_MS,
	};
}

function openTransport(): Transporter {
	const kept = singleton<{ now?: Kept }>("mail-transport", () => ({}));
	const options = transportOptions();
	const key = JSON.stringify(options);
	if (kept.now?.options !== key) {
		closeTransport();
		const transport = createTransport({ ...options, pool: true, maxConnections: 1, maxMessages: 50 });
		kept.now = { transport, options: key };
	}
	clearTimeout(kept.now.idle);
	kept.now.idle = setTimeout(closeTransport, IDLE_FOR_MS + ANSWERS_WITHIN_MS).unref();
	return kept.now.transport;
}

/** At the end of the program too: an open connection would hold it up. */
export function closeTransport(): void {
	const kept = singleton<{ now?: Kept }>("mail-transport", () => ({}));
	clearTimeout(kept.now?.idle);
	kept.now?.transport.close();
	delete kept.now;
}
