"use client";
import { useMutation } from "@tanstack/react-query";
import { Archive, Eye, type LucideIcon, MicOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useArrival } from "@/components/ui/use-arrival";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { joinRoom, unarchiveRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { may, mayInRoom, type Silence } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

const icons: Record<Silence, LucideIcon> = {
	"not-joined": Eye,
	archived: Archive,
	"read-only": MicOff,
	"not-allowed": MicOff,
};

/** In the composer's place: why nothing can be written, and what can be done about it. */
export function SilentComposer({ room, silence }: { room: RoomView; silence: Silence }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const place = useArrival<HTMLDivElement>();
	const Icon = icons[silence];
	const changed = useMutation({
		mutationFn: () => (silence === "archived" ? unarchiveRoom(room.id) : joinRoom(room.id)),
		onSuccess: applyRoom,
	});
	const mayJoin = silence === "not-joined" && may(me, "room-join-public") && !room.archived;
	const mayUnarchive = silence === "archived" && mayInRoom(me, room, "archive-room");
	return (
		<div
			ref={place}
			tabIndex={-1}
			className="mx-6 flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-sunken px-4 py-3 text-ui text-muted outline-none max-md:mx-2.5"
		>
			<Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0" />
			<p className="min-w-48 flex-1">
				{changed.isError ? <span role="alert">{sentenceOf(changed.error)}</span> : t(`silence.${silence}`)}
			</p>
			{(mayJoin || mayUnarchive) && (
				<Button look="main" busy={changed.isPending} onClick={() => changed.mutate()}>
					{mayJoin ? t("silence.join") : t("silence.unarchive")}
				</Button>
			)}
		</div>
	);
}
