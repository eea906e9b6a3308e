"use client";
import { useTranslations } from "use-intl";
import { useGo } from "@/components/frame/navigation";
import { Confirm } from "@/components/ui/confirm";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { leaveRoom } from "@/lib/client/api";
import { applyEvent } from "@/lib/client/cache";
import type { RoomView } from "@/lib/shared/schemas/room";

export function LeaveRoom({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const gone = useGone(room);
	return (
		<Confirm
			title={t("ends.leaveTitle", { name: room.displayName })}
			verb={t("ends.leaveVerb")}
			onConfirm={() => leaveRoom(room.id).then(gone)}
			onClose={onClose}
			sentenceOf={sentenceOf}
		>
			{room.kind === "public" ? t("ends.leavePublic") : t("ends.leavePrivate")}
		</Confirm>
	);
}

/** First away from the room, so that it does not say that I was taken out of it. */
export function useGone(room: RoomView): () => void {
	const go = useGo();
	return () => {
		go("/");
		applyEvent({ name: "membership:removed", payload: { roomId: room.id } });
	};
}
