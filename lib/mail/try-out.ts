import { createTransport } from "nodemailer";
import { sendBy, transportOptions } from "./deliver.ts";
import { type Letter, MailError } from "./letter.ts";
import { mailErrorOf } from "./mail-error-of.ts";

export type Line = { from: "us" | "server" | "note"; text: string };
export type TryOut = { ok: boolean; conversation: Line[]; reply: string; code?: string };

const MOST_LINES = 200;
const LONGEST_LINE = 400;

type Entry = { tnx?: string };

/** Sends this letter by a connection of its own and writes down all that was said, without passwords and without the mail itself. */
export async function tryOut(letter: () => Letter): Promise<TryOut> {
	const conversation: Line[] = [];
	const note = (from: Line["from"], text: string) => {
		for (const line of text.split(/\r?\n/)) {
			if (line.trim() === "" || conversation.length >= MOST_LINES) continue;
			conversation.push({ from, text: line.slice(0, LONGEST_LINE) });
		}
	};
	const heard = ({ tnx }: Entry, message: string, ...values: unknown[]) => {
		if (tnx === "client") note("us", fill(message, values));
		if (tnx === "server") note("server", fill(message, values));
		if (tnx === "network" || tnx === "dns" || tnx === "smtp") note("note", fill(message, values));
	};
	const logger = { trace: heard, debug: heard, info: heard, warn: heard, error: heard, fatal: heard, level: () => {} };
	try {
		const transport = createTransport({ ...transportOptions(), logger, debug: true });
		try {
			const reply = await sendBy(transport, letter());
			return { ok: true, conversation, reply };
		} finally {
			transport.close();
		}
	} catch (error) {
		const { code, reply } = error instanceof MailError ? error : mailErrorOf(error);
		return { ok: false, conversation, code, reply };
	}
}

function fill(message: string, values: unknown[]): string {
	let next = 0;
	return message.replace(/%[sd]/g, () => String(values[next++] ?? ""));
}
