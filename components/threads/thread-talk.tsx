"use client";
import { CornerDownRight } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Composer } from "@/components/composer/composer";
import { Typing } from "@/components/composer/typing-line";
import { DropPlace } from "@/components/files/drop-place";
import { useAttach } from "@/components/files/use-attach";
import { useParam } from "@/components/frame/address";
import type { MessagesHandle } from "@/components/messages/handle";
import { MessageList } from "@/components/messages/message-list";
import { SilentComposer } from "@/components/rooms/silent-composer";
import { useRoomName } from "@/components/rooms/use-room-name";
import { Checkbox } from "@/components/ui/checkbox";
import type { ShownHistory } from "@/lib/client/cache";
import { placeOfDraft } from "@/lib/client/drafts";
import { silenceOf } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { HeldThread } from "@/lib/client/state";
import type { RoomView } from "@/lib/shared/schemas/room";

type Props = { room: RoomView; history: ShownHistory; thread: HeldThread };

/** What was said in a thread, and the place to reply. */
export function ThreadTalk({ room, history, thread: { root } }: Props) {
	const me = useMe();
	const t = useTranslations("threads");
	const target = useParam("reply");
	const messages = useRef<MessagesHandle>(null);
	const [editing, setEditing] = useState<string>();
	const [alsoToRoom, setAlsoToRoom] = useState(false);
	const silence = silenceOf(me, room);
	const talk = { roomId: room.id, threadId: root.id };
	const attach = useAttach(room, placeOfDraft(talk));
	return (
		<DropPlace
			room={t("thread")}
			onFiles={silence || root.deletedAt ? undefined : attach}
			className="flex min-h-0 min-w-0 flex-1 flex-col"
		>
			<MessageList ref={messages} room={room} history={history} target={target} editing={editing} onEdit={setEditing} />
			{silence ? (
				<SilentComposer room={room} silence={silence} />
			) : root.deletedAt ? (
				<p className="mx-6 flex items-center gap-3 rounded-lg bg-sunken px-4 py-3 text-ui text-muted max-md:mx-2.5 in-data-[pane=panel]:lg:mx-4">
					<CornerDownRight size={18} strokeWidth={1.75} aria-hidden className="shrink-0 rtl:-scale-x-100" />
					{t("rootDeleted")}
				</p>
			) : (
				<Composer
					room={room}
					reply={{ threadId: root.id, to: root.author, alsoToRoom }}
					onSent={() => {
						setAlsoToRoom(false);
						messages.current?.toNewest();
					}}
					onEditLast={() => setEditing(messages.current?.lastOwn())}
					elsewhere={editing !== undefined || target !== undefined}
				/>
			)}
			<div className="flex min-h-9 shrink-0 flex-wrap items-center justify-between gap-x-4 px-8 pb-1 text-xs max-md:px-5 in-data-[pane=panel]:lg:px-6">
				{!silence && !root.deletedAt && <AlsoToRoom room={room} checked={alsoToRoom} onChange={setAlsoToRoom} />}
				<p role="status" className="cut text-faint">
					<Typing talk={talk} />
				</p>
			</div>
		</DropPlace>
	);
}

function AlsoToRoom({ room, ...rest }: { room: RoomView; checked: boolean; onChange: (checked: boolean) => void }) {
	const t = useTranslations("composer");
	const name = useRoomName()(room);
	return (
		<Checkbox {...rest} className="max-w-full text-sm text-muted">
			<span dir="auto" className="cut">
				{room.kind === "direct" ? t("reply.alsoDirect") : t("reply.also", { room: `#${name}` })}
			</span>
		</Checkbox>
	);
}
