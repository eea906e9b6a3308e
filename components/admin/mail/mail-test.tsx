"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextField } from "@/components/ui/text-field";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { sendTestMail } from "@/lib/client/api";
import { useRefreshMails } from "@/lib/client/mails";
import { useMe } from "@/lib/client/session";
import type { MailTest } from "@/lib/shared/schemas/mail";

/** What commonly is behind a code; the mail server's own words stand beside it. */
const HINTS = [
	"EAUTH",
	"535",
	"ESOCKET",
	"ECONNECTION",
	"ETIMEDOUT",
	"EDNS",
	"ENOTFOUND",
	"ETLS",
	"ENOSENDER",
	"550",
] as const;

/** Sends a mail now and shows what was said. */
export function MailTestPart() {
	const t = useTranslations("admin");
	const me = useMe();
	const refresh = useRefreshMails();
	const sentenceOf = useSentenceOf();
	const fieldErrors = useFieldErrors();
	const [to, setTo] = useState(me.email ?? "");
	const test = useMutation({ mutationFn: sendTestMail, onSettled: refresh });
	return (
		<section aria-labelledby="mail-test" className="mt-8">
			<h2 id="mail-test" className="mb-1 text-lg">
				{t("mail.test.title")}
			</h2>
			<p className="mb-3 text-ui text-muted">{t("mail.test.text")}</p>
			<Form onSend={() => test.mutate(to.trim())} error={test.error} className="flex flex-wrap items-start gap-3">
				<div className="min-w-60 flex-1">
					<TextField
						type="email"
						label={t("mail.test.to")}
						value={to}
						onChange={({ target }) => setTo(target.value)}
						error={fieldErrors(test.error).to}
						autoComplete="email"
					/>
				</div>
				<Button type="submit" busy={test.isPending} className="md:mt-6.5">
					{t("mail.test.verb")}
				</Button>
			</Form>
			<div className="mt-3">
				{test.isError && <Note tone="danger">{sentenceOf(test.error)}</Note>}
				{test.data && <Outcome outcome={test.data} />}
			</div>
		</section>
	);
}

function Outcome({ outcome: { ok, to, code = "", steps, conversation } }: { outcome: MailTest }) {
	const t = useTranslations("admin");
	const hint = HINTS.find((known) => known === code);
	return (
		<div className="grid gap-3">
			<Note tone={ok ? "success" : "danger"}>
				{ok ? (
					t("mail.test.ok", { address: to })
				) : (
					<>
						<p className="font-medium">{hint ? t(`mail.hints.${hint}`) : t("mail.test.failed")}</p>
						<p dir="ltr" className="font-mono text-sm wrap-anywhere">
							{code} {steps.map(({ message }) => message).join(" ")}
						</p>
					</>
				)}
			</Note>
			{conversation.length > 0 && (
				<details open={!ok}>
					<summary className="cursor-pointer text-ui text-muted">{t("mail.test.conversation")}</summary>
					<ol
						dir="ltr"
						// It scrolls, and is read by keyboard, too.
						// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached
						tabIndex={0}
						aria-label={t("mail.test.conversation")}
						className="mt-2 max-h-80 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-sm ring-1 ring-border ring-inset"
					>
						{conversation.map(({ from, text }, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: lines never change their place
							<li key={index} className={classNames("flex gap-2 wrap-anywhere", from === "note" && "text-muted")}>
								<span className="w-14 shrink-0 text-muted select-none">{t(`mail.test.from.${from}`)}</span>
								<span className="min-w-0">{text}</span>
							</li>
						))}
					</ol>
				</details>
			)}
		</div>
	);
}
