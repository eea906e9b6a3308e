import * as z from "zod";
import { boolean, integer, password, select, string } from "../define.ts";

const address = z.union([z.literal(""), z.email().max(254)]);

export const mail = {
	id: "mail",
	title: "Mail",
	settings: {
		SMTP_Host: string({
			title: "Mail server",
			help: "The name of the SMTP server that takes this server's mail. Empty: no mail is sent at all.",
			default: "",
			schema: z
				.string()
				.trim()
				.max(253)
				.regex(/^[^\s/:@]*$|^[0-9a-f:]+$/i),
			accepts: "a host name or an address, without protocol and port",
		}),
		SMTP_Port: integer({
			title: "Port",
			help: "587 for most servers; 465 with TLS from the first byte; 25 inside one's own network.",
			default: 587,
			min: 1,
			max: 65_535,
		}),
		SMTP_Protocol: select({
			title: "Encryption",
			help: "Whether the connection begins encrypted, or is encrypted once both have greeted each other (STARTTLS).",
			default: "smtp",
			options: [
				{ value: "smtp", label: "STARTTLS" },
				{ value: "smtps", label: "TLS from the first byte" },
			],
		}),
		SMTP_IgnoreTLS: boolean({
			title: "Send without encryption",
			help: "Only for a mail server on this machine or in a network of your own: passwords and mails can be read on the way.",
			default: false,
		}),
		SMTP_Username: string({
			title: "Username at the mail server",
			help: "Empty: the server takes mail without signing in.",
			default: "",
		}),
		SMTP_Password: password({
			title: "Password at the mail server",
			help: "Kept in the database, never shown again.",
		}),
		From_Email: string({
			title: "Sender",
			help: "The address that mails come from. The mail server must be allowed to send for it.",
			default: "",
			schema: address,
			accepts: "a mail address",
		}),
		SMTP_Pool: boolean({
			title: "Keep the connection open",
			help: "For several mails in a row. Off: each mail has a connection of its own.",
			default: true,
		}),
		SMTP_Rate_Per_Minute: integer({
			title: "Most mails a minute",
			help: "What is over it waits, in order; passwords and confirmations go first. 0: no limit.",
			default: 60,
			min: 0,
			max: 100_000,
		}),
		SMTP_Rate_Per_Day: integer({
			title: "Most mails a day",
			help: "Some providers cut off who sends more. What is over it waits. 0: no limit.",
			default: 0,
			min: 0,
			max: 10_000_000,
		}),
		email_plain_text_only: boolean({
			title: "Mails as text only",
			help: "Without the formatted part.",
			default: false,
		}),
	},
};
