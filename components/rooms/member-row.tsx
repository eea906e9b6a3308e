"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, UserMinus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { PersonLine } from "@/components/people/person-line";
import { Confirm } from "@/components/ui/confirm";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { changeMember, removeMember } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { type RoomRole, roomRoles } from "@/lib/shared/permissions";
import type { Member, RoomView } from "@/lib/shared/schemas/room";

export function MemberRow({ member: { user, role }, room }: { member: Member; room: RoomView }) {
	const me = useMe();
	const cache = useQueryClient();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
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
			.map((other) => ({ label: t(`members.make.${other}`), onSelect: () => changed.mutate(other) })),
		...(mayRemove
			? [{ label: t("members.remove"), icon: UserMinus, danger: true, onSelect: () => setRemoving(true) }]
			: []),
	];
	return (
		<li ref={focusStays} className="[contain-intrinsic-size:auto_52px] [content-visibility:auto]">
			<div className="-mx-2 flex min-h-13 items-center gap-2 rounded-sm pe-1 hover:bg-hover hover:[--ground:var(--surface-hover)]">
				<PersonLine person={user} />
				{role !== "member" && <Tag>{t(`members.role.${role}`)}</Tag>}
				{!user.active && <Tag tone="warning">{t("members.disabled")}</Tag>}
				{items.length > 0 && (
					<Menu
						label={t("members.actions", { name: user.name })}
						items={items}
						trigger={(props) => (
							<IconButton icon={Ellipsis} label={t("members.more", { name: user.name })} size="small" {...props} />
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
					title={t("members.removeTitle", { name: user.name })}
					verb={t("members.removeVerb")}
					onConfirm={() => removeMember(room.id, user.id).then(refresh)}
					onClose={() => setRemoving(false)}
					sentenceOf={sentenceOf}
				>
					{t("members.removeText", { name: user.name, room: room.displayName })}
				</Confirm>
			)}
		</li>
	);
}
