"use client";
import { Megaphone } from "lucide-react";
import { memo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Composer } from "@/components/composer/composer";
import { TypingLine } from "@/components/composer/typing-line";
import { DropPlace } from "@/components/files/drop-place";
import { useAttach } from "@/components/files/use-attach";
import { PageTitle } from "@/components/frame/page-title";
import type { MessagesHandle } from "@/components/messages/handle";
import { Messages } from "@/components/messages/messages";
import { InlineText } from "@/components/text/written-text";
import { classNames } from "@/components/ui/class-names";
import { silenceOf } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { QuietLine } from "./quiet-line";
import { RoomHeader } from "./room-header";
import { SilentComposer } from "./silent-composer";
import { useRoomName } from "./use-room-name";

/** A room that is there: its head, its messages, and the place to write. A panel takes its place where there is no room for both. */
export const Room = memo(function Room({ room, hidden }: { room: RoomView; hidden: boolean }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const nameOf = useRoomName();
	const messages = useRef<MessagesHandle>(null);
	const [editing, setEditing] = useState<string>();
	const silence = silenceOf(me, room);
	const attach = useAttach(room, room.id);
	return (
		<main className={classNames("flex min-w-0 flex-1 flex-col", hidden && "max-lg:hidden")}>
			<DropPlace
				room={nameOf(room)}
				onFiles={silence ? undefined : attach}
				className="flex min-h-0 min-w-0 flex-1 flex-col"
			>
				<PageTitle title={nameOf(room)} />
				<RoomHeader room={room} />
				<QuietLine />
				{room.announcement && (
					<p
						dir="auto"
						className="flex shrink-0 items-start gap-2 border-b border-border bg-accent-soft px-6 py-2 text-sm text-on-accent-soft max-md:px-3.5"
					>
						<Megaphone size={16} aria-label={t("announcement")} className="mt-px shrink-0" />
						<span className="written max-h-24 min-w-0 overflow-y-auto">
							<InlineText text={room.announcement} />
						</span>
					</p>
				)}
				<Messages ref={messages} room={room} editing={editing} onEdit={setEditing} />
				{silence ? (
					<SilentComposer room={room} silence={silence} />
				) : (
					<Composer
						room={room}
						onSent={() => messages.current?.toNewest()}
						onEditLast={() => setEditing(messages.current?.lastOwn())}
						elsewhere={editing !== undefined}
					/>
				)}
				<TypingLine roomId={room.id} quiet={silence !== undefined} />
			</DropPlace>
		</main>
	);
});
