"use client";
import { Check, Clock, Mail } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { buttonLook } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { timesIn } from "@/components/words/times";
import { localeOf } from "@/components/words/use-times";

export type Waits = { status: "awaiting-approval" | "awaiting-email"; name: string; email: string; at: string };

/** Between asking for an account and getting it: what is done, what one waits for, what comes. */
export function Waiting({ site, waits }: { site: string; waits: Waits }) {
	const t = useTranslations("signIn");
	const { dayWords, clockTime } = timesIn(localeOf(useLocale()));
	const { status, name, email, at } = waits;
	const forApproval = status === "awaiting-approval";
	return (
		<>
			<span className="mb-4.5 grid size-12 place-items-center rounded-person bg-accent-soft text-on-accent-soft">
				<Clock size={24} strokeWidth={1.75} aria-hidden />
			</span>
			<h1
				tabIndex={-1}
				ref={(heading) => heading?.focus()}
				className="text-2xl tracking-tight outline-none wrap-anywhere"
			>
				{t("waiting.title", { name: name.split(" ")[0] ?? name })}
			</h1>
			<p className="mt-2.5 text-muted wrap-anywhere">{t(`waiting.${status}.text`, { site })}</p>
			<ol className="mt-5">
				<Step sign={<Check size={16} aria-hidden />} state="done" title={t("waiting.asked")}>
					<time dateTime={at}>
						{dayWords(at)}, {clockTime(at)}
					</time>
				</Step>
				<Step
					sign={forApproval ? <Clock size={16} aria-hidden /> : <Mail size={16} aria-hidden />}
					state="now"
					title={t(`waiting.${status}.now`)}
				>
					{t(`waiting.${status}.nowText`, { email })}
				</Step>
				<Step sign={<Mail size={16} aria-hidden />} state="next" title={t(`waiting.${status}.next`)}>
					{t(`waiting.${status}.nextText`)}
				</Step>
			</ol>
			<Link href="/login" className={classNames(buttonLook(), "mt-6")}>
				{t("waiting.back")}
			</Link>
		</>
	);
}

const signs = {
	done: "bg-accent text-on-accent",
	now: "bg-accent-soft text-on-accent-soft ring-2 ring-accent ring-inset",
	next: "text-muted ring-[1.5px] ring-border-field ring-inset",
};

type StepProps = { sign: ReactNode; state: keyof typeof signs; title: string; children: ReactNode };

function Step({ sign, state, title, children }: StepProps) {
	return (
		<li
			aria-current={state === "now" ? "step" : undefined}
			data-done={state === "done" || undefined}
			className="group relative flex gap-3 pb-4.5 last:pb-0 not-last:before:absolute not-last:before:inset-y-0 not-last:before:start-3.25 not-last:before:w-0.5 not-last:before:bg-border-strong data-done:before:bg-accent"
		>
			<span className={classNames("relative grid size-7 shrink-0 place-items-center rounded-full", signs[state])}>
				{sign}
			</span>
			<div className="min-w-0 pt-0.5">
				<div className="text-ui font-medium">{title}</div>
				<div className="text-sm text-muted wrap-anywhere">{children}</div>
			</div>
		</li>
	);
}
