"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { focusStays } from "@/components/ui/focus-stays";
import { outbox, type Pending } from "@/lib/client/outbox";

/** Why a message was not sent, and what can be done. Nothing while it is on its way: that it is pale says so. */
export function PendingState({ pending: { id, failed } }: { pending: Pending }) {
	const t = useTranslations("composer");
	const common = useTranslations("common");
	const errors = useTranslations("errors");
	if (failed === undefined) return <span className="sr-only">{t("beingSent")}</span>;
	const button = "font-semibold underline decoration-1 underline-offset-3 pointer-coarse:min-h-11";
	return (
		<p role="alert" className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-xs text-danger-text">
			<CircleAlert size={14} aria-hidden className="shrink-0" />
			<span>{t("notSent", { reason: errors(failed) })}</span>
			<span ref={focusStays} className="flex items-center gap-x-1.5 whitespace-nowrap pointer-coarse:gap-x-2.5">
				<button type="button" onClick={() => outbox().retry(id)} className={button}>
					{common("tryAgain")}
				</button>
				<span aria-hidden className="text-faint">
					·
				</span>
				<button type="button" onClick={() => outbox().discard(id)} className={button}>
					{t("delete")}
				</button>
			</span>
		</p>
	);
}
