/**
 * Sends what waits: one process at a time, one mail after the other, the most urgent first. A mail is claimed before it is sent, and
 * what became of it is noted at once: killed in between, it is sent again under the same Message-ID.
 */
import { type MailDoc, mails } from "@/models/mail";
import { giveBackLock, takeLock } from "@/models/server-fact";
import { log } from "../log.ts";
import { deliver, mailIsOn } from "../mail/deliver.ts";
import { MailError } from "../mail/letter.ts";
import { setting } from "../settings/settings.ts";
import { newId } from "../shared/ids.ts";
import { singleton } from "../singleton.ts";
import { letterOf } from "./letter-of.ts";

const LOCK_FOR_MS = 90_000;
const LOCK_RENEWED_EVERY_MS = 20_000;
/** Longer than any conversation with a mail server may take. */
const CLAIMED_FOR_MS = 180_000;
const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 2 * 60 * 60_000;
const GIVEN_UP_AFTER_MS = 3 * 24 * 60 * 60_000;
const SENT_KEPT_FOR_MS = 30 * 24 * 60 * 60_000;
const FAILED_KEPT_FOR_MS = 90 * 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Sender = {
	running: Promise<number> | undefined;
	next: Promise<number> | undefined;
	timer?: NodeJS.Timeout;
	ending: boolean;
};

function sender(): Sender {
	return singleton("mail-sender", () => ({ running: undefined, next: undefined, ending: false }));
}

/** Something was queued: it is sent now, if this process may. */
export function wakeSender(): void {
	void sendMails().catch((error: unknown) => log().warn({ err: error }, "Mails wait: the queue could not be read."));
}

/**
 * Sends all that is due when it is called. Also called by the clock: for retries, and for what a process that died left.
 * @returns how many mails the mail server has taken
 */
export function sendMails(): Promise<number> {
	const state = sender();
	if (state.ending) return Promise.resolve(0);
	if (state.running) {
		// What was queued meanwhile may have come too late for the round that is under way.
		state.next ??= state.running
			.catch(() => {})
			.then(() => {
				state.next = undefined;
				return sendMails();
			});
		return state.next;
	}
	state.running = run().finally(() => {
		state.running = undefined;
	});
	return state.running;
}

/** Lets the mail that is under way finish. */
export async function stopSender(): Promise<void> {
	const state = sender();
	state.ending = true;
	clearTimeout(state.timer);
	await state.running?.catch(() => {});
}

async function run(): Promise<number> {
	if (!mailIsOn() || !(await mails().findOne(due(), { projection: { _id: 1 } }))) return 0;
	const owner = newId();
	const keep = () => takeLock("mail-sender-lock", owner, LOCK_FOR_MS);
	if (!(await keep())) return 0;
	const renewal = setInterval(() => void keep().catch(() => {}), LOCK_RENEWED_EVERY_MS);
	try {
		return await sendAllDue();
	} finally {
		clearInterval(renewal);
		await giveBackLock("mail-sender-lock", owner);
	}
}

async function sendAllDue(): Promise<number> {
	let sent = 0;
	while (!sender().ending) {
		const wait = await waitForLimits();
		if (wait > 0) {
			wakeIn(wait);
			break;
		}
		const mail = await claim();
		if (!mail) break;
		const error = await send(mail);
		if (!error) sent++;
		// Nothing would come of asking for the next one as well.
		if (error?.kind === "server") break;
	}
	return sent;
}

const due = (now = new Date()) => ({ state: "waiting" as const, dueAt: { $lte: now } });

async function claim(): Promise<MailDoc | undefined> {
	const now = new Date();
	const mail = await mails().findOneAndUpdate(
		{ ...due(now), $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lte: now } }] },
		{ $set: { lockedUntil: new Date(now.getTime() + CLAIMED_FOR_MS), triedAt: now }, $inc: { tries: 1 } },
		{ sort: { priority: 1, dueAt: 1 }, returnDocument: "after" },
	);
	return mail ?? undefined;
}

async function send(mail: MailDoc): Promise<MailError | undefined> {
	if (mail.uselessAt && mail.uselessAt <= new Date()) {
		await giveUp(mail, "late", mail.lastProblem?.reply ?? "It could not be sent while it was of use.");
		return undefined;
	}
	try {
		await deliver(letterOf(mail));
	} catch (error) {
		const problem = error instanceof MailError ? error : new MailError("server", "unexpected", String(error));
		await noteProblem(mail, problem);
		return problem;
	}
	await noteSent(mail);
	return undefined;
}

async function noteSent(mail: MailDoc): Promise<void> {
	const now = new Date();
	await mails().updateOne(
		{ _id: mail._id },
		{
			$set: { state: "sent", sentAt: now, removeAt: new Date(now.getTime() + SENT_KEPT_FOR_MS) },
			$unset: { html: "", text: "", lockedUntil: "", lastProblem: "" },
		},
	);
}

async function noteProblem(mail: MailDoc, { kind, code, reply }: MailError): Promise<void> {
	const now = Date.now();
	log().warn({ mail: mail._id, template: mail.template, kind, code, reply }, "A mail could not be sent.");
	if (kind === "refused" || now - mail.queuedAt.getTime() > GIVEN_UP_AFTER_MS) return giveUp(mail, code, reply);
	const dueAt = new Date(now + retryAfter(mail.tries));
	const lastProblem = { at: new Date(now), code, reply };
	// Of one that cannot be reached all wait: the others need not each find out for themselves.
	const whose = kind === "server" ? { state: "waiting" as const, dueAt: { $lt: dueAt } } : { _id: mail._id };
	await mails().updateMany(whose, { $set: { dueAt, lastProblem } });
	await mails().updateOne({ _id: mail._id }, { $set: { dueAt, lastProblem }, $unset: { lockedUntil: "" } });
	if (kind === "server") wakeIn(dueAt.getTime() - now);
}

async function giveUp(mail: MailDoc, code: string, reply: string): Promise<void> {
	const now = new Date();
	await mails().updateOne(
		{ _id: mail._id },
		{
			$set: {
				state: "failed",
				lastProblem: { at: now, code, reply },
				removeAt: new Date(now.getTime() + FAILED_KEPT_FOR_MS),
			},
			$unset: { lockedUntil: "" },
		},
	);
}

/** Twice as long each time, and never all at the same moment. */
function retryAfter(tries: number): number {
	return Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LAST_RETRY_MS) * (1 + Math.random() / 10);
}

/** @returns milliseconds until a mail may be sent, by the limits of the settings */
async function waitForLimits(): Promise<number> {
	const minute = await waitFor(setting("SMTP_Rate_Per_Minute"), MINUTE_MS);
	return Math.max(minute, await waitFor(setting("SMTP_Rate_Per_Day"), DAY_MS));
}

async function waitFor(most: number, withinMs: number): Promise<number> {
	if (most === 0) return 0;
	const now = Date.now();
	// The one whose place is free next.
	const [blocking] = await mails()
		.find({ triedAt: { $gt: new Date(now - withinMs) } }, { projection: { triedAt: 1 } })
		.sort({ triedAt: -1 })
		.skip(most - 1)
		.limit(1)
		.toArray();
	return blocking?.triedAt ? Math.max(1, blocking.triedAt.getTime() + withinMs - now) : 0;
}

/** Sooner than the clock's next round; that comes in any case. */
function wakeIn(ms: number): void {
	const state = sender();
	clearTimeout(state.timer);
	if (ms < MINUTE_MS && !state.ending) state.timer = setTimeout(wakeSender, ms).unref();
}
