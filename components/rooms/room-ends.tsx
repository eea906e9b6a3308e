"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useGo } from "@/components/frame/navigation";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { archiveRoom, deleteRoom, leaveRoom, unarchiveRoom } from "@/lib/client/api";
import { applyEvent, applyRoom } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Leaving, archiving, deleting: what a room comes to. */
export function RoomEnds({ room }: { room: RoomView }) {
	const me = useMe();
	const go = useGo();
	const [asking, setAsking] = useState<"leave" | "delete">();
	const archived = useMutation({
		mutationFn: () => (room.archived ? unarchiveRoom(room.id) : archiveRoom(room.id)),
		onSuccess: (view) => view.membership && applyRoom(view),
	});
	// First away from the room, so that it does not say that I was taken out of it.
	const gone = (done: Promise<void>) => {
		return done.then(() => {
			go("/");
			applyEvent({ name: "membership:removed", payload: { roomId: room.id } });
		});
	};
	const mayArchive = mayInRoom(me, room, "archive-room");
	const mayDelete = mayInRoom(me, room, "delete-room");
	if (!room.membership && !mayArchive && !mayDelete) return null;
	return (
		<section aria-label="Leaving and ending" className="mt-8 grid gap-2 border-t border-border pt-5">
			{room.membership && <Button onClick={() => setAsking("leave")}>Leave the room</Button>}
			{mayArchive && (
				<Button busy={archived.isPending} onClick={() => archived.mutate()}>
					{room.archived ? "Unarchive the room" : "Archive the room"}
				</Button>
			)}
			{archived.isError && (
				<p role="alert" className="text-sm text-danger-text">
					{sentenceOf(archived.error)}
				</p>
			)}
			{mayDelete && (
				<Button look="danger" onClick={() => setAsking("delete")}>
					Delete the room…
				</Button>
			)}
			{asking === "leave" && (
				<Confirm
					title={`Leave ${room.displayName}?`}
					verb="Leave"
					onConfirm={() => gone(leaveRoom(room.id))}
					onClose={() => setAsking(undefined)}
					sentenceOf={sentenceOf}
				>
					{room.kind === "public"
						? "You can join again whenever you like."
						: "Only a member can add you again, and until then you see nothing of it."}
				</Confirm>
			)}
			{asking === "delete" && (
				<Confirm
					title={`Delete ${room.displayName}?`}
					verb="Delete for good"
					onConfirm={() => gone(deleteRoom(room.id))}
					onClose={() => setAsking(undefined)}
					sentenceOf={sentenceOf}
				>
					All its messages are deleted for everybody. This cannot be undone. To keep them readable, archive the room
					instead.
				</Confirm>
			)}
		</section>
	);
}
