"use client";
import { useTranslations } from "use-intl";
import { threadPath, useGo, useShowThread } from "@/components/frame/navigation";
import { Panel } from "@/components/rooms/panel";
import { useRoomName } from "@/components/rooms/use-room-name";
import type { RoomView } from "@/lib/shared/schemas/room";
import { Thread } from "./thread";
import { ThreadTools } from "./thread-tools";

type Props = { room: RoomView; threadId: string; onClose: () => void };

/** A thread beside its room. */
export function ThreadPanel({ room, threadId, onClose }: Props) {
	const t = useTranslations("threads");
	const go = useGo();
	const name = useRoomName()(room);
	const show = useShowThread();
	const about = room.kind === "direct" ? name : `#${name}`;
	return (
		<Thread
			room={room}
			threadId={threadId}
			frame={(thread, body) => (
				<Panel
					title={t("thread")}
					about={
						<button
							type="button"
							title={t("open")}
							onClick={() => show(room.id, threadId)}
							className="cut hover:underline"
						>
							{about}
						</button>
					}
					actions={
						thread && (
							<ThreadTools
								thread={thread}
								onShow={() => show(room.id, threadId)}
								onPage={() => go(threadPath(room.id, threadId))}
								onUnread={onClose}
							/>
						)
					}
					whole
					onClose={onClose}
				>
					{body}
				</Panel>
			)}
		/>
	);
}
