"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { endOtherSessions, listSessions } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import { SessionRow } from "./session-row";

export function Sessions() {
	const cache = useQueryClient();
	const sessions = useQuery({ queryKey: keys.sessions, queryFn: listSessions, staleTime: 0 });
	const ended = useMutation({
		mutationFn: endOtherSessions,
		onSuccess: () => cache.invalidateQueries({ queryKey: keys.sessions }),
	});
	const items = sessions.data?.items ?? [];
	const error = sessions.error ?? ended.error;
	return (
		<>
			{sessions.isPending && <SkeletonRows rows={2} />}
			{error && (
				<Note tone="danger" className="mb-3">
					{sentenceOf(error)}
				</Note>
			)}
			<ul aria-label="Sessions">
				{items.map((session) => (
					<SessionRow key={session.id} session={session} />
				))}
			</ul>
			{items.length > 1 && (
				<Button look="danger" busy={ended.isPending} onClick={() => ended.mutate()} className="mt-3">
					End all others
				</Button>
			)}
		</>
	);
}
