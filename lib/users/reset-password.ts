import { users } from "@/models/user";
import { recordAudit } from "../audit/record-audit.ts";
import { forgetAccount } from "../auth/accounts.ts";
import { countPasswordReset } from "../auth/attempts.ts";
import { checkNewPassword } from "../auth/password-policy.ts";
import { hashPassword } from "../auth/passwords.ts";
import { endSessionsOf } from "../auth/sessions.ts";
import { queueMail } from "../mails/queue-mail.ts";
import { RESET_LINK_FOR_MS } from "../mails/templates/all.tsx";
import { mailLanguage } from "../mails/words.ts";
import { writeMail } from "../mails/write-mail.tsx";
import { siteUrl } from "../settings/site-url.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { dropAccountLinks, newAccountLink, readAccountLink, takeAccountLink } from "./account-links.ts";
import { passwordResetIsOn } from "./password-reset-is-on.ts";
import { tellOfPasswordChange } from "./tell-of-password-change.ts";

type From = { address: string; device: string };

const NOBODY = "nobody";

/**
 * Sends a link to whoever has this address. Whether somebody has it is told neither by the answer nor by how long it takes: the same
 * is done for nobody, up to the mail.
 * @throws ParleyError `password-reset-off`, `rate-limited`
 */
export async function askPasswordReset(email: string, { address }: From): Promise<void> {
	if (!passwordResetIsOn()) throw new ParleyError("password-reset-off");
	await countPasswordReset(foldName(email), address);
	const user = await users().findOne({ emailKey: foldName(email), active: true, passwordHash: { $exists: true } });
	const token = await newAccountLink("password-reset", user?._id ?? NOBODY, RESET_LINK_FOR_MS);
	const values = { name: user?.name ?? email, link: `${siteUrl()}/reset/${token}` };
	const language = mailLanguage(user?.preferences?.language);
	if (!user?.email) {
		await writeMail("password-reset", values, language);
		await dropAccountLinks("password-reset", NOBODY);
		return;
	}
	await queueMail("password-reset", { address: user.email, language, userId: user._id }, values);
	await recordAudit({ action: "account.password-reset-asked", target: user._id, address });
}

/** Whether a link still works. @throws ParleyError `link-not-found` */
export async function checkPasswordReset(token: string): Promise<void> {
	await holderOf(token);
}

/**
 * Sets another password, and ends all sessions: whoever is signed in may be the one whom the owner wants to be rid of.
 * @throws ParleyError `link-not-found`, `invalid-input` at `password`, and the link works on
 */
export async function resetPassword(token: string, password: string, from: From): Promise<void> {
	const user = await holderOf(token);
	checkNewPassword(password, { name: user.name, username: user.username, email: user.email ?? "" }, "password");
	const passwordHash = await hashPassword(password);
	await takeAccountLink("password-reset", token);
	// The link came to this address, so it is his.
	await users().updateOne({ _id: user._id }, { $set: { passwordHash, emailVerified: true } });
	forgetAccount(user._id);
	await dropAccountLinks("password-reset", user._id);
	await endSessionsOf(user._id, "password-changed");
	await recordAudit({
		actorId: user._id,
		action: "account.password-reset",
		target: user._id,
		address: from.address,
	});
	await tellOfPasswordChange(user, from);
}

async function holderOf(token: string) {
	const user = await users().findOne({ _id: await readAccountLink("password-reset", token), active: true });
	if (!user) throw new ParleyError("link-not-found");
	return user;
}
