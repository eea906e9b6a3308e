"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell, BellOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink } from "@/components/frame/navigation";
import { buttonLook } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import { useTimes } from "@/components/words/use-times";
import { explainNotification } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import type { Message } from "@/lib/shared/schemas/message";
import type { NotificationReason } from "@/lib/shared/schemas/notification";

/** Whether a message alerted me, and why, or why not. */
export function WhyDialog({ message, onClose }: { message: Message; onClose: () => void }) {
	const t = useTranslations("notifications");
	const reason = useQuery({
		queryKey: keys.notificationReason(message.id),
		queryFn: () => explainNotification(message.id),
		staleTime: 0,
		gcTime: 0,
	});
	return (
		<Dialog title={t("why.title")} onClose={onClose}>
			{reason.isPending && <SkeletonRows rows={1} />}
			{reason.isError && <NotLoaded error={reason.error} onRetry={() => reason.refetch()} />}
			{reason.data && <Reason {...reason.data} />}
			<DialogActions>
				<PlaceLink href="/preferences" onClick={onClose} className={buttonLook()}>
					{t("why.preferences")}
				</PlaceLink>
			</DialogActions>
		</Dialog>
	);
}

function Reason({ alertedAt, why, whyNot }: NotificationReason) {
	const t = useTranslations("notifications");
	const times = useTimes();
	const Icon = alertedAt ? Bell : BellOff;
	return (
		<div role="status" className="flex gap-3">
			<Icon size={20} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-muted" />
			<div className="grid gap-2">
				<p className="text-base font-semibold">
					{alertedAt ? t("why.alerted", { when: times.fullTime(alertedAt) }) : t("why.notAlerted")}
				</p>
				{why && <p>{t(`why.for.${why}`)}</p>}
				{whyNot && <p>{t(`why.against.${whyNot}`)}</p>}
				{!alertedAt && <p className="text-sm text-muted">{whyNot ? t("why.asNow") : t("why.unknown")}</p>}
			</div>
		</div>
	);
}
