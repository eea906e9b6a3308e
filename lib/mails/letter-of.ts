import type { MailDoc } from "@/models/mail";
import { type Letter, MailError } from "../mail/letter.ts";
import { setting } from "../settings/settings.ts";
import { siteUrl } from "../settings/site-url.ts";

type Content = Pick<MailDoc, "_id" | "to" | "subject" | "html" | "text">;

/** @throws MailError where nobody is named whom it is from */
export function letterOf({ _id, to, subject, html, text = "" }: Content): Letter {
	const address = setting("From_Email");
	if (address === "") throw new MailError("server", "ENOSENDER", "No sender is named.");
	return {
		messageId: `${_id}@${new URL(siteUrl()).hostname}`,
		from: { name: setting("Site_Name"), address },
		to,
		subject,
		text,
		...(html !== undefined && !setting("email_plain_text_only") && { html }),
		headers: { "Auto-Submitted": "auto-generated" },
	};
}
