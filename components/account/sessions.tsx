"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { endOtherSessions, listSessions } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { SessionRow } from "./session-row";

export function Sessions() {
	const t = useTranslations("account");
	const sentenceOf = useSentenceOf();
	const cache = useQueryClient();
	const sessions = useQuery({ queryKey: keys.sessions, queryFn: listSessions, staleTime: 0 });
	const ended = useMutation({
		mutationFn: endOtherSessions,
		onSuccess: () => cache.invalidateQueries({ queryKey: keys.sessions }),
	});
	const items = sessions.data?.items ?? [];
	if (sessions.isPending) return <SkeletonRows rows={2} />;
	if (sessions.error && items.length === 0)
		return <NotLoaded error={sessions.error} onRetry={() => void sessions.refetch()} />;
	return (
		<>
			<ul aria-label={t("sessions.list")}>
				{items.map((session) => (
					<SessionRow key={session.id} session={session} />
				))}
			</ul>
			{items.length > 1 && (
				<Button look="danger" busy={ended.isPending} onClick={() => ended.mutate()} className="mt-3">
					{t("sessions.endOthers")}
				</Button>
			)}
			{ended.error && (
				<Note tone="danger" className="mt-3">
					{sentenceOf(ended.error)}
				</Note>
			)}
			<p role="status" className="sr-only">
				{ended.isSuccess && t("sessions.ended")}
			</p>
		</>
	);
}
