"use client";
import { MailCheck, RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Empty } from "@/components/ui/empty";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { discardMail, retryMail } from "@/lib/client/api";
import { useMails, useRefreshMails } from "@/lib/client/mails";
import type { MailView } from "@/lib/shared/schemas/mail";

/** Mails of one state, with what can be done about them. */
export function MailList({ state }: { state: MailView["state"] }) {
	const t = useTranslations("admin");
	const sentenceOf = useSentenceOf();
	const refresh = useRefreshMails();
	const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMails(state);
	const [discarded, setDiscarded] = useState<MailView>();
	if (error && !data) return <NotLoaded error={error} onRetry={() => void refetch()} />;
	if (!data) return <SkeletonRows rows={3} />;
	const mails = data.pages.flatMap(({ items }) => items);

	async function retry(mail: MailView): Promise<void> {
		try {
			await retryMail(mail.id);
		} catch (problem) {
			toast({ text: sentenceOf(problem) });
		}
		refresh();
	}

	return (
		<>
			{mails.length === 0 && (
				<Empty icon={MailCheck} title={t(`mail.none.${state}.title`)} text={t(`mail.none.${state}.text`)} />
			)}
			<ul aria-label={t(`mail.states.${state}`)} className="mt-2">
				{mails.map((mail) => (
					<Row key={mail.id} mail={mail} onRetry={() => void retry(mail)} onDiscard={() => setDiscarded(mail)} />
				))}
			</ul>
			{hasNextPage && (
				<Button look="outline" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
					{t("mail.more")}
				</Button>
			)}
			{discarded && (
				<Confirm
					title={t("mail.discard.title")}
					verb={t("mail.discard.verb")}
					onConfirm={async () => {
						await discardMail(discarded.id);
						refresh();
					}}
					onClose={() => setDiscarded(undefined)}
					sentenceOf={sentenceOf}
				>
					{t("mail.discard.text", { address: discarded.to, subject: discarded.subject })}
				</Confirm>
			)}
		</>
	);
}

type RowProps = { mail: MailView; onRetry: () => void; onDiscard: () => void };

function Row({ mail, onRetry, onDiscard }: RowProps) {
	const t = useTranslations("admin");
	const times = useTimes();
	const { to, subject, state, queuedAt, sentAt, dueAt, tries, lastProblem } = mail;
	const when =
		state === "sent" && sentAt
			? t("mail.sentAt", { when: times.when(sentAt) })
			: state === "waiting" && dueAt && tries > 0
				? t("mail.nextTry", { when: times.fromNow(dueAt), count: tries })
				: t("mail.queuedAt", { when: times.when(queuedAt) });
	return (
		<li className="flex items-start gap-3 border-b border-border py-2.5 last:border-b-0">
			<div className="min-w-0 flex-1">
				<div dir="auto" className="cut font-medium">
					{subject}
				</div>
				<div className="cut text-sm text-muted">
					<bdi>{to}</bdi> · {when}
				</div>
				{lastProblem && (
					<div dir="ltr" className="font-mono text-sm text-danger-text wrap-anywhere">
						{lastProblem.code} {lastProblem.reply}
					</div>
				)}
			</div>
			{state !== "sent" && (
				<>
					<IconButton icon={RotateCw} label={t("mail.retry", { address: to })} onClick={onRetry} />
					<IconButton icon={Trash2} label={t("mail.discard.label", { address: to })} onClick={onDiscard} />
				</>
			)}
		</li>
	);
}
