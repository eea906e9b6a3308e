"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { endSession } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import type { Session } from "@/lib/shared/schemas/user";

const when = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export function SessionRow({ session }: { session: Session }) {
	const cache = useQueryClient();
	const ended = useMutation({
		mutationFn: () => endSession(session.id),
		onSuccess: () => cache.invalidateQueries({ queryKey: keys.sessions }),
	});
	return (
		<li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-3 first:pt-0 last:border-b-0">
			<MonitorSmartphone size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
			<div className="min-w-0 flex-1">
				<div title={session.device} className="cut text-ui font-medium">
					{session.device || "Unknown device"}
				</div>
				<div className="cut text-sm text-muted">
					{session.address} · last used {when.format(new Date(session.lastUsedAt))}
				</div>
			</div>
			{session.current ? (
				<Tag tone="accent">This device</Tag>
			) : (
				<Button
					size="small"
					aria-label={`End the session on ${session.device}`}
					busy={ended.isPending}
					onClick={() => ended.mutate()}
				>
					End
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
