import type { Filter } from "mongodb";
import { type MailDoc, mails } from "@/models/mail";
import { mailIsOn } from "../mail/deliver.ts";
import { type Page, pageOf, readCursor } from "../shared/paging.ts";
import type { MailHealth, MailView } from "../shared/schemas/mail.ts";

const DAY_MS = 24 * 60 * 60_000;

type Query = { state: MailDoc["state"]; limit: number; cursor?: string | undefined };

/** Mails in this state, those queued last first. */
export async function listMails({ state, limit, cursor }: Query): Promise<Page<MailView>> {
	const [at, id] = readCursor(cursor, 2);
	const after: Filter<MailDoc> =
		at && id ? { $or: [{ queuedAt: { $lt: new Date(at) } }, { queuedAt: new Date(at), _id: { $lt: id } }] } : {};
	const found = await mails()
		.find({ state, ...after }, { projection: { html: 0, text: 0 } })
		.sort({ queuedAt: -1, _id: -1 })
		.limit(limit + 1)
		.toArray();
	const page = pageOf(found, limit, (mail) => [mail.queuedAt.toISOString(), mail._id]);
	return { items: page.items.map(viewMail), nextCursor: page.nextCursor };
}

export async function mailHealth(): Promise<MailHealth> {
	const [waiting, failed, sentToday, lastSent, lastTrouble] = await Promise.all([
		mails().countDocuments({ state: "waiting" }),
		mails().countDocuments({ state: "failed" }),
		mails().countDocuments({ state: "sent", triedAt: { $gt: new Date(Date.now() - DAY_MS) } }),
		mails().findOne({ state: "sent" }, { sort: { triedAt: -1 } }),
		mails().findOne({ state: { $ne: "sent" }, lastProblem: { $exists: true } }, { sort: { triedAt: -1 } }),
	]);
	return {
		on: mailIsOn(),
		waiting,
		failed,
		sentToday,
		lastSentAt: lastSent?.sentAt?.toISOString() ?? null,
		lastProblem: viewProblem(lastTrouble?.lastProblem),
	};
}

export function viewMail({
	_id,
	to,
	template,
	subject,
	state,
	queuedAt,
	dueAt,
	sentAt,
	tries,
	lastProblem,
}: MailDoc): MailView {
	return {
		id: _id,
		to,
		template,
		subject,
		state,
		queuedAt: queuedAt.toISOString(),
		dueAt: state === "waiting" ? dueAt.toISOString() : null,
		sentAt: sentAt?.toISOString() ?? null,
		tries,
		lastProblem: viewProblem(lastProblem),
	};
}

function viewProblem(problem: MailDoc["lastProblem"]): MailView["lastProblem"] {
	return problem ? { ...problem, at: problem.at.toISOString() } : null;
}
