"use client";
import { useSearchParams } from "next/navigation";
import { Note } from "@/components/ui/note";
import { sentenceOf } from "@/lib/client/errors";
import { useHistory } from "@/lib/client/rooms";
import type { MessagesProps } from "./handle";
import { MessageList } from "./message-list";
import { MessagesSkeleton } from "./messages-skeleton";

export function Messages(props: MessagesProps) {
	const target = useSearchParams().get("message") ?? undefined;
	const history = useHistory(props.room.id, target);
	if (history.data) return <MessageList {...props} history={history.data} target={target} />;
	if (!history.error) return <MessagesSkeleton />;
	return (
		<div className="grid flex-1 place-items-center p-6">
			<Note tone="danger">
				{sentenceOf(history.error)}{" "}
				<button type="button" onClick={() => history.refetch()} className="font-semibold underline underline-offset-3">
					Try again
				</button>
			</Note>
		</div>
	);
}
