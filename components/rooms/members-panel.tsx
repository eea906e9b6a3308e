"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import { mayInRoom } from "@/lib/client/rights";
import { useMembers } from "@/lib/client/rooms";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { AddMembersDialog } from "./add-members-dialog";
import { MemberRow } from "./member-row";
import { Panel } from "./panel";

export function MembersPanel({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const me = useMe();
	const members = useMembers(room.id);
	const [adding, setAdding] = useState(false);
	const people = members.data?.pages.flatMap((page) => page.items) ?? [];
	const mayAdd = mayInRoom(me, room, "manage-members") && !room.archived;
	return (
		<Panel title={`Members · ${room.memberCount}`} onClose={onClose}>
			{mayAdd && (
				<Button onClick={() => setAdding(true)} className="mb-3 w-full">
					<UserPlus size={16} aria-hidden />
					Add people
				</Button>
			)}
			{members.isPending && <SkeletonRows rows={6} />}
			{members.isError && <NotLoaded error={members.error} onRetry={() => members.refetch()} />}
			<ul aria-label="Members">
				{people.map((member) => (
					<MemberRow key={member.user.id} member={member} room={room} />
				))}
			</ul>
			{members.hasNextPage && (
				<Button
					look="plain"
					busy={members.isFetchingNextPage}
					onClick={() => members.fetchNextPage()}
					className="mt-2 w-full"
				>
					Show more
				</Button>
			)}
			{adding && <AddMembersDialog room={room} present={people} onClose={() => setAdding(false)} />}
		</Panel>
	);
}
