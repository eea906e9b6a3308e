"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { archiveRoom, deleteRoom, unarchiveRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { LeaveRoom, useGone } from "./leave-room";

/** Leaving, archiving, deleting: what a room comes to. */
export function RoomEnds({ room }: { room: RoomView }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const gone = useGone(room);
	const [asking, setAsking] = useState<"leave" | "delete">();
	const archived = useMutation({
		mutationFn: () => (room.archived ? unarchiveRoom(room.id) : archiveRoom(room.id)),
		onSuccess: (view) => view.membership && applyRoom(view),
	});
	const mayArchive = mayInRoom(me, room, "archive-room");
	const mayDelete = mayInRoom(me, room, "delete-room");
	if (!room.membership && !mayArchive && !mayDelete) return null;
	return (
		<section aria-label={t("ends.label")} className="mt-8 grid gap-2 border-t border-border pt-5">
			{room.membership && <Button onClick={() => setAsking("leave")}>{t("ends.leave")}</Button>}
			{mayArchive && (
				<Button busy={archived.isPending} onClick={() => archived.mutate()}>
					{room.archived ? t("ends.unarchive") : t("ends.archive")}
				</Button>
			)}
			{archived.isError && (
				<p role="alert" className="text-sm text-danger-text">
					{sentenceOf(archived.error)}
				</p>
			)}
			{mayDelete && (
				<Button look="danger" onClick={() => setAsking("delete")}>
					{t("ends.delete")}
				</Button>
			)}
			{asking === "leave" && <LeaveRoom room={room} onClose={() => setAsking(undefined)} />}
			{asking === "delete" && (
				<Confirm
					title={t("ends.deleteTitle", { name: room.displayName })}
					verb={t("ends.deleteVerb")}
					onConfirm={() => deleteRoom(room.id).then(gone)}
					onClose={() => setAsking(undefined)}
					sentenceOf={sentenceOf}
				>
					{t("ends.deleteText")}
				</Confirm>
			)}
		</section>
	);
}
