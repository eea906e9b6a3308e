"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { endSession } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import type { Session } from "@/lib/shared/schemas/user";

export function SessionRow({ session }: { session: Session }) {
	const t = useTranslations("account");
	const sentenceOf = useSentenceOf();
	const { fromNow, fullTime } = useTimes();
	const cache = useQueryClient();
	const ended = useMutation({
		mutationFn: () => endSession(session.id),
		onSuccess: () => cache.invalidateQueries({ queryKey: keys.sessions }),
	});
	const device = session.device || t("sessions.unknown");
	return (
		<li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-3 first:pt-0 last:border-b-0">
			<MonitorSmartphone size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
			<div className="min-w-0 flex-1">
				<div title={device} className="cut text-ui font-medium">
					<bdi>{device}</bdi>
				</div>
				<div className="text-sm text-muted wrap-anywhere">
					<bdi>{session.address}</bdi> ·{" "}
					<time dateTime={session.lastUsedAt} title={fullTime(session.lastUsedAt)}>
						{t("sessions.used", { when: fromNow(session.lastUsedAt) })}
					</time>
				</div>
			</div>
			{session.current ? (
				<Tag tone="accent">{t("sessions.current")}</Tag>
			) : (
				<Button
					size="small"
					aria-label={t("sessions.endOf", { device })}
					busy={ended.isPending}
					onClick={() => ended.mutate()}
				>
					{t("sessions.end")}
				</Button>
			)}
			{ended.isError && (
				<p role="alert" className="basis-full text-sm text-danger-text">
					{sentenceOf(ended.error)}
				</p>
			)}
		</li>
	);
}
