"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { messagePath, PlaceLink, roomPath } from "@/components/frame/navigation";
import { MessageCard } from "@/components/messages/message-card";
import { RoomIcon } from "@/components/rooms/room-icon";
import { useRoomName } from "@/components/rooms/use-room-name";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { getHistory } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { countOf } from "@/lib/client/room-order";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Of each room; the rest stands in the room. */
const SHOWN = 10;
const KEPT_MS = 60_000;

/** What is unread in one room, as far as it comes near the screen. */
export function UnreadRoom({ room, onRead }: { room: RoomView; onRead: (room: RoomView) => void }) {
	const id = useId();
	const t = useTranslations("notifications");
	const name = useRoomName()(room);
	const me = useMe();
	const [isNear, setNear] = useState(false);
	const place = useComesIntoSight(() => setNear(true));
	const after = room.membership?.lastReadSeq ?? 0;
	const history = useQuery({
		queryKey: keys.unread(room.id, after, room.rev),
		queryFn: ({ signal }) => getHistory(room.id, { after }, signal, SHOWN),
		placeholderData: keepPreviousData,
		enabled: isNear,
		gcTime: KEPT_MS,
	});
	const shown = (history.data?.items ?? []).filter(
		({ kind, deletedAt, author, seq }) =>
			kind === "text" && deletedAt === null && author.id !== me.id && (seq ?? 0) > after,
	);
	const rest = (room.membership?.unread ?? 0) - shown.length;
	return (
		<section ref={place} data-section={room.id} aria-labelledby={id} className="mb-5 border-b border-border pb-4">
			<header className="flex items-center gap-2">
				<h2 id={id} className="min-w-0 flex-1 text-base">
					<PlaceLink
						href={roomPath(room.id)}
						className="flex h-9 w-fit max-w-full items-center gap-2 rounded-sm pe-2 hover:underline pointer-coarse:h-11"
					>
						<RoomIcon room={room} presence />
						<span dir="auto" className="cut">
							{name}
						</span>
						<span className="sr-only">{t("unread.count", { count: room.membership?.unread ?? 0 })}</span>
						<Count count={countOf(room)} />
					</PlaceLink>
				</h2>
				<Button look="plain" size="small" onClick={() => onRead(room)} aria-label={t("unread.readOf", { room: name })}>
					<Check size={16} aria-hidden />
					{t("unread.read")}
				</Button>
			</header>
			{history.isPending && <SkeletonRows rows={Math.min(2, room.membership?.unread ?? 1)} />}
			{history.isError && <NotLoaded error={history.error} onRetry={() => history.refetch()} />}
			<ul className="-mx-3 grid grid-cols-1">
				{shown.map((message) => (
					<li key={message.id}>
						<MessageCard message={message} href={messagePath(message)} />
					</li>
				))}
			</ul>
			{history.isSuccess && rest > 0 && history.data.hasAfter && (
				<PlaceLink
					href={roomPath(room.id)}
					className="mt-1 inline-flex min-h-9 items-center rounded-sm text-sm text-link hover:underline pointer-coarse:min-h-11"
				>
					{t("unread.more", { count: rest })}
				</PlaceLink>
			)}
		</section>
	);
}
