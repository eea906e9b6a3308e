"use client";
import { BellOff, Pencil } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath } from "@/components/frame/navigation";
import { RoomIcon } from "@/components/rooms/room-icon";
import { useRoomName } from "@/components/rooms/use-room-name";
import { classNames } from "@/components/ui/class-names";
import { Count } from "@/components/ui/count";
import { useHasDraft } from "@/lib/client/drafts";
import { countOf, isMuted, isUnread } from "@/lib/client/room-order";
import type { RoomView } from "@/lib/shared/schemas/room";

type Props = { room: RoomView; here: boolean; isStop: boolean };

/**
 * Drawn again only when this room changes or is gone to, however many there are.
 * @param isStop whether Tab stops here
 */
export const RoomRow = memo(function RoomRow({ room, here, isStop }: Props) {
	const t = useTranslations("sidebar");
	const name = useRoomName()(room);
	const row = useRef<HTMLAnchorElement>(null);
	const hasDraft = useHasDraft(room.id) && !here;
	const unread = isUnread(room) && !here;
	const count = countOf(room);
	const muted = isMuted(room);
	const marks = [
		count > 0 ? t("row.count", { count }) : unread && t("row.unread"),
		hasDraft && t("row.draft"),
		muted && t("row.muted"),
		room.archived && t("row.archived"),
	].filter(Boolean);
	// Gone to by keys or the switcher, it may be far out of sight.
	useEffect(() => {
		if (here) row.current?.scrollIntoView({ block: "nearest" });
	}, [here]);
	return (
		<PlaceLink
			ref={row}
			tabIndex={isStop ? 0 : -1}
			href={roomPath(room.id)}
			aria-current={here ? "page" : undefined}
			aria-label={[name, ...marks].join(", ")}
			title={name}
			data-unread={unread || undefined}
			data-room={room.id}
			className={classNames(
				"flex h-(--row-height) scroll-my-10 items-center gap-2.5 rounded-sm px-2 focus-visible:-outline-offset-2 max-md:gap-3 max-md:text-base",
				here
					? "bg-selected font-semibold text-text [--ground:var(--surface-selected)]"
					: "hover:bg-row-hover hover:[--ground:var(--surface-row-hover)]",
				!here && (unread ? "font-semibold text-unread" : muted || room.archived ? "text-faint" : "text-muted"),
			)}
		>
			<RoomIcon room={room} className={here && !room.with ? "text-accent" : undefined} presence />
			<span dir="auto" className="cut flex-1">
				{name}
			</span>
			{room.archived && <span className="text-xs text-faint">{t("row.archived")}</span>}
			{hasDraft && <Pencil size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-faint" />}
			{muted && <BellOff size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-faint" />}
			<Count count={count} />
		</PlaceLink>
	);
});
