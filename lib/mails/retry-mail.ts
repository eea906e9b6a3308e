import { mails } from "@/models/mail";
import { recordAudit } from "../audit/record-audit.ts";
import { ParleyError } from "../shared/errors.ts";
import { wakeSender } from "./send-mails.ts";

type Actor = { userId: string; address: string };

/** Sends a mail that failed or waits as soon as it can be, with all tries before it. @throws ParleyError `mail-not-found` */
export async function retryMail(id: string, actor: Actor): Promise<void> {
	const now = new Date();
	const { matchedCount } = await mails().updateOne(
		{ _id: id, state: { $ne: "sent" } },
		// What would be useless by now is wanted all the same by who asks for it; three days begin anew.
		{ $set: { state: "waiting", dueAt: now, queuedAt: now, tries: 0 }, $unset: { removeAt: "", uselessAt: "" } },
	);
	if (matchedCount === 0) throw new ParleyError("mail-not-found");
	await recordAudit({ actorId: actor.userId, action: "mail.retried", target: id, address: actor.address });
	wakeSender();
}

/** A mail that waits or failed is not sent any more. @throws ParleyError `mail-not-found` */
export async function discardMail(id: string, actor: Actor): Promise<void> {
	const { deletedCount } = await mails().deleteOne({ _id: id, state: { $ne: "sent" } });
	if (deletedCount === 0) throw new ParleyError("mail-not-found");
	await recordAudit({ actorId: actor.userId, action: "mail.discarded", target: id, address: actor.address });
}

/** The way to the mail server is free again: what waits for a later try goes now. */
export async function retryWaiting(): Promise<void> {
	await mails().updateMany({ state: "waiting", lastProblem: { $exists: true } }, { $set: { dueAt: new Date() } });
	wakeSender();
}
