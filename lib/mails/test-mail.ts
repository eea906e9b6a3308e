import type { Account } from "../auth/accounts.ts";
import { tryOut } from "../mail/try-out.ts";
import { invalidField } from "../shared/errors.ts";
import { newId } from "../shared/ids.ts";
import type { MailTest } from "../shared/schemas/mail.ts";
import { letterOf } from "./letter-of.ts";
import { retryWaiting } from "./retry-mail.ts";
import { mailLanguage } from "./words.ts";
import { writeMail } from "./write-mail.tsx";

/**
 * Sends a mail now, by the settings as they are saved, and tells all that was said.
 * @param to the administrator's own address by default
 * @throws ParleyError `invalid-input` where there is none
 */
export async function testMail(by: Account, to = by.email): Promise<MailTest> {
	if (to === undefined) throw invalidField("to", "required", "You have no mail address yourself: name one.");
	const written = await writeMail("test", { by: by.name }, mailLanguage(by.preferences?.language));
	const started = performance.now();
	const { ok, reply, ...told } = await tryOut(() => letterOf({ _id: newId(), to, ...written }));
	const tookMs = Math.round(performance.now() - started);
	if (ok) await retryWaiting();
	return { ok, to, ...told, steps: [{ name: "send", ok, message: reply, tookMs }] };
}
