import { render, toPlainText } from "@react-email/render";
import { setting } from "../settings/settings.ts";
import { siteUrl } from "../settings/site-url.ts";
import type { Language } from "../shared/languages.ts";
import { Sheet } from "./sheet.tsx";
import { type MailTemplate, type MailValues, type Template, templates } from "./templates/all.tsx";
import { wordsIn } from "./words.ts";

export type WrittenMail = { subject: string; html: string; text: string };

/** A mail as it is sent, in both forms from one source. */
export async function writeMail<Id extends MailTemplate>(
	id: Id,
	values: MailValues[Id],
	language: Language,
): Promise<WrittenMail> {
	const t = wordsIn("mails", language);
	const site = { siteName: setting("Site_Name"), siteUrl: siteUrl() };
	const template: Template<MailValues[Id]> = templates[id];
	const { subject, preview, body } = template.content(t, { ...values, ...site });
	const html = await render(
		<Sheet {...site} language={language} preview={preview} footer={t("footer", { site: site.siteName })}>
			{body}
		</Sheet>,
	);
	return { subject: oneLine(subject), html, text: textOf(html) };
}

function textOf(html: string): string {
	return toPlainText(html, {
		wordwrap: 78,
		selectors: [
			{ selector: "h1", options: { uppercase: false } },
			{ selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: false } },
		],
	});
}

/** A name of a site or a person may not begin another header. */
function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
