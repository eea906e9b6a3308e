import { setting } from "../settings/settings.ts";
import { siteUrl } from "../settings/site-url.ts";
import type { Language } from "../shared/languages.ts";
import type { MailPreview } from "../shared/schemas/mail.ts";
import { isTemplate, type MailTemplate, templates } from "./templates/all.tsx";
import { writeMail } from "./write-mail.tsx";

/** Every mail that the server sends, with examples filled in. */
export function previewMails(language: Language): Promise<MailPreview[]> {
	const site = { siteName: setting("Site_Name"), siteUrl: siteUrl() };
	const ids = Object.keys(templates).filter(isTemplate);
	return Promise.all(ids.map(async (id) => ({ id, ...(await example(id, site, language)) })));
}

async function example<Id extends MailTemplate>(
	id: Id,
	site: { siteName: string; siteUrl: string },
	language: Language,
) {
	return writeMail(id, templates[id].example(site), language);
}
