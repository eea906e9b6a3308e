"use client";
import { useQuery } from "@tanstack/react-query";
import { Pin, PinOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { roomPath } from "@/components/frame/navigation";
import { MessageCard } from "@/components/messages/message-card";
import { Empty } from "@/components/ui/empty";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useMedia } from "@/components/ui/use-media";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { listPins, unpinMessage } from "@/lib/client/api";
import { applyMessage, keys } from "@/lib/client/cache";
import { mayPin } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";
import { Panel } from "./panel";

/** What is kept at hand for all members of a room, the last pinned first. */
export function PinsPanel({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const pins = useQuery({
		queryKey: keys.pins(room.id),
		queryFn: async () => (await listPins(room.id)).items,
		staleTime: 0,
	});
	const may = mayPin(me, room);
	return (
		<Panel title={t("pins.title")} about={room.displayName} onClose={onClose}>
			{pins.isPending && <SkeletonRows rows={4} />}
			{pins.isError && <NotLoaded error={pins.error} onRetry={() => pins.refetch()} />}
			{pins.data?.length === 0 && (
				<Empty icon={Pin} title={t("pins.none")} text={may ? t("pins.noneText") : t("pins.noneTextOthers")} />
			)}
			<ul aria-label={t("pins.title")} className="-mx-3 grid grid-cols-1 gap-1">
				{pins.data?.map((message) => (
					<Pinned key={message.id} message={message} mayUnpin={may} />
				))}
			</ul>
		</Panel>
	);
}

function Pinned({ message, mayUnpin }: { message: Message; mayUnpin: boolean }) {
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const isBeside = useMedia("(min-width: 1024px)");
	const [busy, setBusy] = useState(false);
	async function unpin() {
		setBusy(true);
		try {
			applyMessage("message:changed", await unpinMessage(message.id));
		} catch (error) {
			toast({ text: sentenceOf(error), tone: "danger" });
			setBusy(false);
		}
	}
	return (
		<li ref={focusStays}>
			<MessageCard
				message={message}
				href={`${roomPath(message.roomId)}?${isBeside ? "panel=pins&" : ""}message=${message.id}`}
			>
				{mayUnpin && (
					<IconButton size="small" icon={PinOff} label={t("pins.unpin")} disabled={busy} onClick={() => void unpin()} />
				)}
			</MessageCard>
		</li>
	);
}
