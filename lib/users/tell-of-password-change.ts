import type { Account } from "../auth/accounts.ts";
import { log } from "../log.ts";
import { queueMail } from "../mails/queue-mail.ts";
import { mailLanguage } from "../mails/words.ts";
import { siteUrl } from "../settings/site-url.ts";
import { passwordResetIsOn } from "./password-reset-is-on.ts";

/** By mail, so that somebody whose account was taken hears of it. */
export async function tellOfPasswordChange(user: Account, { device }: { device: string }): Promise<void> {
	if (!user.email) return;
	const language = mailLanguage(user.preferences?.language);
	const values = {
		name: user.name,
		when: whenIn(language),
		device,
		link: passwordResetIsOn() ? `${siteUrl()}/reset` : siteUrl(),
	};
	await queueMail("password-changed", { address: user.email, language, userId: user._id }, values).catch(
		// The password is changed in any case.
		(error: unknown) => log().warn({ err: error }, "A change of password was not told by mail."),
	);
}

function whenIn(language: string): string {
	return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "long", timeZone: "UTC" }).format();
}
