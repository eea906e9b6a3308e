"use client";
import { useMutation } from "@tanstack/react-query";
import { Archive, Eye, type LucideIcon, MicOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { joinRoom, unarchiveRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import { may, mayInRoom, type Silence } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

const words: Record<Silence, [LucideIcon, string]> = {
	"not-joined": [Eye, "You look at this room from outside. Join it to write and to be told what is new."],
	archived: [Archive, "This room is archived: it can be read, and nobody can write in it."],
	"read-only": [MicOff, "Only owners and moderators write in this room."],
	"not-allowed": [MicOff, "You may not write messages on this server."],
};

/** In the composer's place: why nothing can be written, and what can be done about it. */
export function SilentComposer({ room, silence }: { room: RoomView; silence: Silence }) {
	const me = useMe();
	const [Icon, sentence] = words[silence];
	const changed = useMutation({
		mutationFn: () => (silence === "archived" ? unarchiveRoom(room.id) : joinRoom(room.id)),
		onSuccess: applyRoom,
	});
	const mayJoin = silence === "not-joined" && may(me, "room-join-public") && !room.archived;
	const mayUnarchive = silence === "archived" && mayInRoom(me, room, "archive-room");
	return (
		<div className="mx-6 flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-sunken px-4 py-3 text-ui text-muted max-md:mx-2.5">
			<Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0" />
			<p className="min-w-48 flex-1">
				{changed.isError ? <span role="alert">{sentenceOf(changed.error)}</span> : sentence}
			</p>
			{(mayJoin || mayUnarchive) && (
				<Button look="main" busy={changed.isPending} onClick={() => changed.mutate()}>
					{mayJoin ? "Join the room" : "Unarchive"}
				</Button>
			)}
		</div>
	);
}
