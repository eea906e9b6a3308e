"use client";
import { useEffect, useEffectEvent } from "react";
import { useParam } from "@/components/frame/address";
import { forgetMessage } from "@/components/frame/navigation";
import { NotLoaded } from "@/components/words/not-loaded";
import { showDay, showUnread, useHistory } from "@/lib/client/rooms";
import type { MessagesProps } from "./handle";
import { MessageList } from "./message-list";
import { MessagesSkeleton } from "./messages-skeleton";

export function Messages(props: MessagesProps) {
	const target = useParam("message");
	const day = useParam("day");
	const history = useHistory(props.room, target);

	const showThatDay = useEffectEvent((wanted: string) =>
		showDay(props.room.id, wanted)
			.catch(() => showUnread({ roomId: props.room.id }))
			.then(() => forgetMessage("message"))
			.catch(() => {}),
	);
	useEffect(() => {
		if (day) void showThatDay(day);
	}, [day]);

	if (history.data) return <MessageList {...props} history={history.data} target={target} />;
	if (!history.error) return <MessagesSkeleton />;
	return (
		<div className="grid flex-1 place-items-center p-6">
			<NotLoaded error={history.error} onRetry={() => history.refetch()} />
		</div>
	);
}
