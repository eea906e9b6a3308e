"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonLook } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import { useTimes } from "@/components/words/use-times";
import { useMailHealth } from "@/lib/client/mails";

export function MailHealthPart() {
	const t = useTranslations("admin");
	const times = useTimes();
	const { data, error, refetch } = useMailHealth();
	if (error && !data) return <NotLoaded error={error} onRetry={() => void refetch()} />;
	if (!data) return <SkeletonRows rows={2} />;
	const { on, waiting, failed, sentToday, lastSentAt, lastProblem } = data;
	if (!on) {
		return (
			<Note tone="plain">
				<p>{t("mail.off")}</p>
				<Link href="/admin/settings/mail" className={classNames(buttonLook("outline", "small"), "mt-2")}>
					{t("mail.name")}
				</Link>
			</Note>
		);
	}
	const facts: [string, string][] = [
		[t("mail.lastSent"), lastSentAt ? times.when(lastSentAt) : t("mail.never")],
		[t("mail.sentToday"), String(sentToday)],
		[t("mail.states.waiting"), String(waiting)],
		[t("mail.states.failed"), String(failed)],
	];
	return (
		<div className="grid gap-3">
			<dl className="grid grid-cols-4 gap-px overflow-hidden rounded-lg bg-border ring-1 ring-border max-md:grid-cols-2">
				{facts.map(([name, value]) => (
					<div key={name} className="bg-surface px-4 py-3">
						<dt className="text-sm text-muted">{name}</dt>
						<dd className="text-lg font-semibold tabular-nums">{value}</dd>
					</div>
				))}
			</dl>
			{lastProblem && (
				<Note tone="danger">
					<p className="font-medium">{t("mail.lastProblem", { when: times.when(lastProblem.at) })}</p>
					<p dir="ltr" className="font-mono text-sm wrap-anywhere">
						{lastProblem.code} {lastProblem.reply}
					</p>
				</Note>
			)}
		</div>
	);
}
