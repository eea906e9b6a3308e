"use client";
import { MessageSquareOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useParam } from "@/components/frame/address";
import { MessagesSkeleton } from "@/components/messages/messages-skeleton";
import { Empty } from "@/components/ui/empty";
import { NotLoaded } from "@/components/words/not-loaded";
import { ClientError } from "@/lib/client/errors";
import { useThread } from "@/lib/client/rooms";
import type { HeldThread } from "@/lib/client/state";
import type { RoomView } from "@/lib/shared/schemas/room";
import { ThreadTalk } from "./thread-talk";

type Props = {
	room: RoomView;
	threadId: string;
	frame: (thread: HeldThread | undefined, body: ReactNode) => ReactNode;
};

/** A thread in a panel or on a page of its own, and what stands there while it is not. */
export function Thread({ room, threadId, frame }: Props) {
	const target = useParam("reply");
	const { data, error, refetch } = useThread({ roomId: room.id, threadId }, target);
	const isGone = data?.thread?.root.deletedAt && data.items.length === 0;
	if (data?.thread && !isGone)
		return frame(data.thread, <ThreadTalk room={room} history={data} thread={data.thread} />);
	if (!error && !isGone) return frame(undefined, <MessagesSkeleton />);
	return frame(
		undefined,
		<div className="grid min-h-0 flex-1 place-items-center overflow-auto p-6">
			{isGone || (error instanceof ClientError && error.code === "message-not-found") ? (
				<NoThread />
			) : (
				<NotLoaded error={error} onRetry={() => refetch()} />
			)}
		</div>,
	);
}

function NoThread() {
	const t = useTranslations("threads");
	return <Empty icon={MessageSquareOff} title={t("none.title")} text={t("none.text")} />;
}
