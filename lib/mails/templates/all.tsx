/** Every mail that the server sends: what it says, and an example of what is filled in, for the preview. */
import type { ReactNode } from "react";
import type { MailPriority } from "@/models/mail";
import { Action, Facts, Heading, Paragraph } from "../sheet.tsx";
import type { WordsOf } from "../words.ts";

type Site = { siteName: string; siteUrl: string };
type Content = { subject: string /** Shown beside the subject in lists of mails. */; preview: string; body: ReactNode };

export type Template<Values> = {
	priority: MailPriority;
	/** Milliseconds after which it is of no use any more. */
	usefulForMs?: number;
	example: (site: Site) => Values;
	content: (t: WordsOf<"mails">, values: Values & Site) => Content;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const RESET_LINK_FOR_MS = HOUR_MS;

/** What is filled into each of them. */
export type MailValues = {
	test: { by: string };
	"password-reset": { name: string; link: string };
	"password-changed": { name: string; when: string; device: string; link: string };
};
export type MailTemplate = keyof MailValues;

export const templates: { [Id in MailTemplate]: Template<MailValues[Id]> } = {
	test: {
		priority: 0,
		usefulForMs: HOUR_MS,
		example: () => ({ by: "Ines Castell" }),
		content: (t, { siteName, by }) => ({
			subject: t("test.subject", { site: siteName }),
			preview: t("test.text", { name: by }),
			body: (
				<>
					<Heading>{t("test.title")}</Heading>
					<Paragraph>{t("test.text", { name: by })}</Paragraph>
				</>
			),
		}),
	},
	"password-reset": {
		priority: 0,
		usefulForMs: RESET_LINK_FOR_MS,
		example: ({ siteUrl }) => ({ name: "Kofi Brandt", link: `${siteUrl}/reset/AbCdEfGh0123456789` }),
		content: (t, { siteName, name, link }) => ({
			subject: t("reset.subject", { site: siteName }),
			preview: t("reset.preview"),
			body: (
				<>
					<Heading>{t("reset.title", { name })}</Heading>
					<Paragraph>{t("reset.text")}</Paragraph>
					<Action href={link}>{t("reset.verb")}</Action>
					<Paragraph>{t("reset.notYou")}</Paragraph>
				</>
			),
		}),
	},
	"password-changed": {
		priority: 1,
		example: ({ siteUrl }) => ({
			name: "Kofi Brandt",
			when: "24 November 2026, 10:19",
			device: "Firefox on Linux",
			link: `${siteUrl}/reset`,
		}),
		content: (t, { siteName, name, when, device, link }) => ({
			subject: t("passwordChanged.subject", { site: siteName }),
			preview: t("passwordChanged.preview", { when }),
			body: (
				<>
					<Heading>{t("passwordChanged.title", { name })}</Heading>
					<Facts
						facts={[
							[t("when"), when],
							[t("device"), device],
						]}
					/>
					<Paragraph>{t("passwordChanged.notYou")}</Paragraph>
					<Action href={link}>{t("passwordChanged.verb")}</Action>
				</>
			),
		}),
	},
};

export function isTemplate(id: string): id is MailTemplate {
	return Object.hasOwn(templates, id);
}
