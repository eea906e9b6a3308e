import { type MailDoc, mails } from "@/models/mail";
import { mailIsOn } from "../mail/deliver.ts";
import { newId } from "../shared/ids.ts";
import type { Language } from "../shared/languages.ts";
import { wakeSender } from "./send-mails.ts";
import { type MailTemplate, type MailValues, templates } from "./templates/all.tsx";
import { writeMail } from "./write-mail.tsx";

export type Recipient = { address: string; language: Language; userId?: string };

/**
 * Puts a mail into the queue, which outlives the process; it is sent as soon as it is its turn.
 * @returns its id; undefined where no mail server is named, and nothing is queued
 */
export async function queueMail<Id extends MailTemplate>(
	template: Id,
	to: Recipient,
	values: MailValues[Id],
): Promise<string | undefined> {
	if (!mailIsOn()) return undefined;
	const { priority, usefulForMs } = templates[template];
	const now = new Date();
	const mail: MailDoc = {
		_id: newId(),
		to: to.address,
		template,
		...(await writeMail(template, values, to.language)),
		priority,
		state: "waiting",
		queuedAt: now,
		dueAt: now,
		tries: 0,
		...(to.userId !== undefined && { userId: to.userId }),
		...(usefulForMs !== undefined && { uselessAt: new Date(now.getTime() + usefulForMs) }),
	};
	await mails().insertOne(mail);
	wakeSender();
	return mail._id;
}
