"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, UserMinus } from "lucide-react";
import { useState } from "react";
import { Face } from "@/components/people/face";
import { Confirm } from "@/components/ui/confirm";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import { changeMember, removeMember } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { type RoomRole, roomRoles } from "@/lib/shared/permissions";
import type { Member, RoomView } from "@/lib/shared/schemas/room";

export const roleWords: Record<RoomRole, string> = { owner: "Owner", moderator: "Moderator", member: "Member" };

export function MemberRow({ member: { user, role }, room }: { member: Member; room: RoomView }) {
	const me = useMe();
	const cache = useQueryClient();
	const [removing, setRemoving] = useState(false);
	const refresh = () => cache.invalidateQueries({ queryKey: keys.members(room.id) });
	const changed = useMutation({
		mutationFn: (next: RoomRole) => changeMember(room.id, user.id, next),
		onSuccess: refresh,
	});
	const mayGiveRoles = mayInRoom(me, room, "give-roles");
	const mayRemove = user.id !== me.id && mayInRoom(me, room, "manage-members") && (role === "member" || mayGiveRoles);
	const items: MenuItem[] = [
		...(mayGiveRoles ? roomRoles : [])
			.filter((other) => other !== role)
			.map((other) => ({ label: `Make ${roleWords[other].toLowerCase()}`, onSelect: () => changed.mutate(other) })),
		...(mayRemove
			? [{ label: "Remove from the room", icon: UserMinus, danger: true, onSelect: () => setRemoving(true) }]
			: []),
	];
	return (
		<li className="py-1.5">
			<div className="flex min-h-10 items-center gap-3">
				<Face person={user} presence />
				<div className="min-w-0 flex-1">
					<div dir="auto" title={user.name} className="cut text-ui font-medium">
						{user.name}
						{user.id === me.id && <span className="font-normal text-faint"> (you)</span>}
					</div>
					<div className="cut text-sm text-faint">
						@{user.username}
						{user.status.text && ` · ${user.status.emoji ?? ""} ${user.status.text}`}
					</div>
				</div>
				{role !== "member" && <Tag>{roleWords[role]}</Tag>}
				{!user.active && <Tag tone="warning">Disabled</Tag>}
				{items.length > 0 && (
					<Menu
						label={`What to do with ${user.name}`}
						items={items}
						trigger={(props) => (
							<IconButton icon={Ellipsis} label={`More about ${user.name}`} size="small" {...props} />
						)}
					/>
				)}
			</div>
			{changed.isError && (
				<p role="alert" className="ps-12 text-sm text-danger-text">
					{sentenceOf(changed.error)}
				</p>
			)}
			{removing && (
				<Confirm
					title={`Remove ${user.name}?`}
					verb="Remove"
					onConfirm={() => removeMember(room.id, user.id).then(refresh)}
					onClose={() => setRemoving(false)}
					sentenceOf={sentenceOf}
				>
					{user.name} will no longer see what is written in {room.displayName}.
				</Confirm>
			)}
		</li>
	);
}
