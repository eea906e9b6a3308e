import type { Filter, MatchKeysAndValues } from "mongodb";
import { type UserDoc, users } from "@/models/user";
import { recordAudit } from "../audit/record-audit.ts";
import { type Account, account, forgetAccount } from "../auth/accounts.ts";
import { countPasswordCheck } from "../auth/attempts.ts";
import { checkNewPassword } from "../auth/password-policy.ts";
import { hashPassword, verifyPassword } from "../auth/passwords.ts";
import { endSessionsOf } from "../auth/sessions.ts";
import { presenceChanged } from "../presence/watchers.ts";
import { publish } from "../realtime/publish.ts";
import { invalidField, ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import type { Me, MeChange } from "../shared/schemas/user.ts";
import { searchKeysOf, takenError } from "./create-user.ts";
import { changedFields } from "./profile-fields.ts";
import { tellOfPasswordChange } from "./tell-of-password-change.ts";
import { viewMe, viewUser } from "./view-user.ts";

/**
 * Changes one's own account. Another mail address asks for the password again.
 * @throws ParleyError `username-taken`, `email-taken`, `invalid-input` at `password` or one of the `fields`, `rate-limited`
 */
export async function changeMe(me: Account, { name, username, email, bio, fields, password }: MeChange): Promise<Me> {
	const movesMail = email !== undefined && foldName(email) !== me.emailKey;
	if (movesMail) await checkPassword(me, password ?? "", "password");
	// From the database, not from memory: another device may have changed the other name a moment ago.
	const now = (await users().findOne({ _id: me._id })) ?? me;
	const called = { name: name ?? now.name, username: username ?? now.username };
	const { set, unset } = changedFields(now, fields, "owner");
	const changed = await update(
		me,
		{
			...(name !== undefined && { name }),
			...(username !== undefined && { username, usernameKey: foldName(username) }),
			...((name ?? username) !== undefined && { searchKeys: searchKeysOf(called) }),
			...(email !== undefined && { email, emailKey: foldName(email) }),
			...(movesMail && { emailVerified: false }),
			...(bio !== undefined && { bio }),
			...set,
		},
		unset,
	);
	await recordIdentity(me, changed);
	return changed;
}

/** Under which names and address somebody was known before: for who looks for him in older entries. */
async function recordIdentity(before: Account, after: Me): Promise<void> {
	const identity = ({ name, username, email = "" }: Account | Me) => ({ name, username, email });
	const [was, is] = [identity(before), identity(after)];
	if (was.name === is.name && was.username === is.username && was.email === is.email) return;
	await recordAudit({ actorId: before._id, action: "account.changed", target: before._id, before: was, after: is });
}

export type StatusInput = {
	state: Account["chosenState"];
	text?: string | undefined;
	emoji?: string | undefined;
	until?: string | undefined;
};

/** What is not named is taken away: a status is one thing, not three. */
export async function setStatus(me: Account, { state, text, emoji, until }: StatusInput): Promise<Me> {
	const view = await update(
		me,
		{
			chosenState: state,
			...(text && { statusText: text }),
			...(emoji && { statusEmoji: emoji }),
			...(until && { statusUntil: new Date(until) }),
		},
		{ ...(!text && { statusText: true }), ...(!emoji && { statusEmoji: true }), ...(!until && { statusUntil: true }) },
	);
	presenceChanged(me._id);
	return view;
}

/** Takes statuses back whose time is over. @returns how many */
export async function endStatuses(): Promise<number> {
	const over = await users()
		.find({ statusUntil: { $lte: new Date() } }, { projection: { passwordHash: 0 } })
		.toArray();
	for (const person of over) {
		// Only while it is over: he may have set another one meanwhile.
		const isOver = { statusUntil: { $lte: new Date() } };
		await update(person, { chosenState: "auto" }, { statusText: true, statusEmoji: true, statusUntil: true }, isOver);
		presenceChanged(person._id);
	}
	return over.length;
}

async function update(
	me: Account,
	set: MatchKeysAndValues<UserDoc>,
	unset: Record<string, true> = {},
	only: Filter<UserDoc> = {},
): Promise<Me> {
	try {
		await users().updateOne({ _id: me._id, ...only }, { $set: set, $unset: unset });
	} catch (error) {
		throw takenError(error) ?? error;
	}
	return tellOfChange(me._id);
}

/** Once an account was written: everybody hears of it, its owner also of what others may not see. @returns as its owner sees it now */
export async function tellOfChange(id: string): Promise<Me> {
	forgetAccount(id);
	const now = await account(id);
	if (!now) throw new ParleyError("user-not-found");
	publish("everybody", "user:changed", { user: viewUser(now) });
	publish({ user: id }, "user:changed", { user: viewUser(now, now) });
	return viewMe(now);
}

/**
 * Sets another password and ends all other sessions.
 * @throws ParleyError `invalid-input` at `current` or `next`, `rate-limited`
 */
export async function changePassword(
	me: Account,
	{ sessionId, device }: { sessionId: string; device: string },
	{ current, next }: { current: string; next: string },
): Promise<void> {
	await checkPassword(me, current, "current");
	checkNewPassword(next, { name: me.name, username: me.username, email: me.email ?? "" }, "next");
	await users().updateOne({ _id: me._id }, { $set: { passwordHash: await hashPassword(next) } });
	await endSessionsOf(me._id, "password-changed", sessionId);
	await recordAudit({ actorId: me._id, action: "account.password-changed", target: me._id });
	await tellOfPasswordChange(me, { device });
}

/** Sensitive changes ask again: an unlocked screen is not its owner. */
async function checkPassword(me: Account, password: string, path: string): Promise<void> {
	await countPasswordCheck(me._id);
	const doc = await users().findOne({ _id: me._id });
	const right = await verifyPassword(doc?.passwordHash, password);
	if (!right) throw invalidField(path, "wrong-password", "This is not your password.");
}
