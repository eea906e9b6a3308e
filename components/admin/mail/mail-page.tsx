"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Segments } from "@/components/ui/segments";
import { useArrival } from "@/components/ui/use-arrival";
import type { MailView } from "@/lib/shared/schemas/mail";
import { MailHealthPart } from "./mail-health";
import { MailList } from "./mail-list";
import { MailPreviews } from "./mail-previews";
import { MailTestPart } from "./mail-test";

const states: MailView["state"][] = ["waiting", "failed", "sent"];

/** Whether mail works, a test, the queue, and how each mail looks. */
export function MailPage() {
	const t = useTranslations("admin");
	const main = useArrival<HTMLElement>();
	const [state, setState] = useState<MailView["state"]>("waiting");
	return (
		<main ref={main} tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto px-8 pt-5 pb-16 outline-none max-md:px-4">
			<title>{`${t("mail.title")} · ${t("title")}`}</title>
			<div className="max-w-180">
				<h1 className="text-xl tracking-tight">{t("mail.title")}</h1>
				<p className="mt-1 mb-5 text-ui text-muted">{t("mail.text")}</p>
				<MailHealthPart />
				<MailTestPart />
				<section aria-labelledby="mail-queue" className="mt-8">
					<h2 id="mail-queue" className="mb-3 text-lg">
						{t("mail.queue")}
					</h2>
					<Segments
						legend={t("mail.shown")}
						segments={states.map((value) => ({ value, label: t(`mail.states.${value}`) }))}
						chosen={state}
						onChoose={setState}
					/>
					<MailList state={state} />
				</section>
				<MailPreviews />
			</div>
		</main>
	);
}
