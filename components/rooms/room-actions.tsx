"use client";
import {
	Bell,
	BellOff,
	CalendarDays,
	CheckCheck,
	Link2,
	Lock,
	LogOut,
	Paperclip,
	Pin,
	Settings2,
	Star,
	StarOff,
	UserRound,
	Users,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { openPerson, roomPath, setPanel } from "@/components/frame/navigation";
import { openOverlay } from "@/components/frame/overlay";
import type { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { useCopy } from "@/components/ui/use-copy";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { involve } from "@/lib/client/involvement";
import { readTo } from "@/lib/client/read-marks";
import { may } from "@/lib/client/rights";
import { isFavorite, isMuted } from "@/lib/client/room-order";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { LeaveRoom } from "./leave-room";

type Props = { room: RoomView; children: (items: MenuItem[]) => ReactNode };

/** What can be done with a room. */
export function RoomActions({ room, children }: Props) {
	const t = useTranslations("rooms");
	const me = useMe();
	const sentenceOf = useSentenceOf();
	const { copy } = useCopy();
	const [leaving, setLeaving] = useState(false);
	const [person, ...others] = room.with ?? [];
	const favorite = isFavorite(room);
	const refused = (error: unknown) => void toast({ text: sentenceOf(error), tone: "danger" });
	const isNamed = room.kind !== "direct";
	const items: MenuItem[] = [
		person && others.length === 0
			? { label: t("menu.profile"), icon: UserRound, onSelect: () => openPerson(person.id) }
			: { label: t("members.title"), icon: Users, onSelect: () => setPanel("members") },
		{ label: t("pins.title"), icon: Pin, onSelect: () => setPanel("pins") },
		{ label: t("menu.files"), icon: Paperclip, onSelect: () => setPanel("files") },
		...(room.membership
			? [
					{
						label: t(favorite ? "menu.noFavorite" : "menu.favorite"),
						icon: favorite ? StarOff : Star,
						onSelect: () => void involve(room, { favorite: !favorite }).catch(refused),
					},
					{
						label: t("involvement.title"),
						icon: isMuted(room) ? BellOff : Bell,
						onSelect: () => setPanel("involvement"),
					},
				]
			: []),
		...(others.length > 0 && may(me, "room-create-private")
			? [{ label: t("menu.turn"), icon: Lock, onSelect: () => openOverlay({ name: "turn", room }) }]
			: []),
		...(isNamed ? [{ label: t("settings.title"), icon: Settings2, onSelect: () => setPanel("settings") }] : []),
		{ label: t("menu.day"), icon: CalendarDays, onSelect: () => openOverlay({ name: "day", roomId: room.id }) },
		{
			label: t("menu.read"),
			icon: CheckCheck,
			keys: "Esc",
			apart: true,
			disabled: (room.membership?.unread ?? 0) === 0,
			onSelect: () => readTo(room.id, room.lastSeq),
		},
		{
			label: t("menu.link"),
			icon: Link2,
			onSelect: () => {
				copy("link", `${location.origin}${roomPath(room.id)}`);
				toast({ text: t("menu.linkCopied") });
			},
		},
		...(isNamed && room.membership
			? [{ label: t("ends.leave"), icon: LogOut, danger: true, apart: true, onSelect: () => setLeaving(true) }]
			: []),
	];
	return (
		<>
			{children(items)}
			{leaving && <LeaveRoom room={room} onClose={() => setLeaving(false)} />}
		</>
	);
}
