"use client";
import { useSearchParams } from "next/navigation";
import { NotLoaded } from "@/components/words/not-loaded";
import { useHistory } from "@/lib/client/rooms";
import type { MessagesProps } from "./handle";
import { MessageList } from "./message-list";
import { MessagesSkeleton } from "./messages-skeleton";

export function Messages(props: MessagesProps) {
	const target = useSearchParams().get("message") ?? undefined;
	const history = useHistory(props.room, target);
	if (history.data) return <MessageList {...props} history={history.data} target={target} />;
	if (!history.error) return <MessagesSkeleton />;
	return (
		<div className="grid flex-1 place-items-center p-6">
			<NotLoaded error={history.error} onRetry={() => history.refetch()} />
		</div>
	);
}
