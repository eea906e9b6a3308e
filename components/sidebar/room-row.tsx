"use client";
import { memo } from "react";
import { PlaceLink, roomPath, useRoomId } from "@/components/frame/navigation";
import { RoomIcon } from "@/components/rooms/room-icon";
import { classNames } from "@/components/ui/class-names";
import { countOf, isUnread } from "@/lib/client/room-order";
import type { RoomView } from "@/lib/shared/schemas/room";

export const RoomRow = memo(function RoomRow({ room }: { room: RoomView }) {
	const here = useRoomId() === room.id;
	const unread = isUnread(room);
	const count = countOf(room);
	const isMuted = room.archived || room.membership?.involvement.level === "nothing";
	return (
		<PlaceLink
			href={roomPath(room.id)}
			aria-current={here ? "page" : undefined}
			aria-label={unread ? `${room.displayName}, ${count > 0 ? `${count} unread` : "unread"}` : room.displayName}
			title={room.displayName}
			className={classNames(
				"group flex h-(--row-height) items-center gap-2.5 rounded-sm px-2 focus-visible:-outline-offset-2 max-md:gap-3 max-md:text-base",
				here
					? "bg-selected font-semibold text-text [--ground:var(--surface-selected)]"
					: classNames(
							"hover:bg-row-hover hover:[--ground:var(--surface-row-hover)]",
							unread ? "font-semibold text-unread" : isMuted ? "text-faint" : "text-muted",
						),
			)}
		>
			<RoomIcon room={room} className={here ? "text-accent" : undefined} presence />
			<span dir="auto" className="cut flex-1">
				{room.displayName}
			</span>
			{room.archived && <span className="text-xs text-faint">archived</span>}
			{count > 0 && <Count count={count} />}
		</PlaceLink>
	);
});

function Count({ count }: { count: number }) {
	return (
		<span
			aria-hidden="true"
			className="grid h-4.5 min-w-4.5 shrink-0 place-items-center rounded-full bg-signal px-1.25 text-2xs leading-none font-bold text-on-signal tabular-nums"
		>
			{count > 99 ? "99+" : count}
		</span>
	);
}
