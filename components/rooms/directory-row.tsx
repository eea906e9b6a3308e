"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath, useGo } from "@/components/frame/navigation";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { joinRoom } from "@/lib/client/api";
import { applyRoom } from "@/lib/client/cache";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { RoomIcon } from "./room-icon";

export function DirectoryRow({ room }: { room: RoomView }) {
	const me = useMe();
	const go = useGo();
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	const joined = useMutation({
		mutationFn: () => joinRoom(room.id),
		onSuccess(view) {
			applyRoom(view);
			go(roomPath(view.id));
		},
	});
	return (
		<li className="border-b border-border">
			<div className="flex min-h-16 items-center gap-3 py-2">
				<RoomIcon room={room} className="text-muted" />
				<div className="min-w-0 flex-1">
					<PlaceLink
						href={roomPath(room.id)}
						title={room.displayName}
						className="cut block font-semibold hover:underline"
					>
						<bdi>{room.displayName}</bdi>
					</PlaceLink>
					<p dir="auto" className="cut text-sm text-muted">
						{t("members.count", { count: room.memberCount })}
						{room.topic && ` · ${room.topic}`}
					</p>
				</div>
				{room.archived && <Tag>{t("directory.archived")}</Tag>}
				{room.membership && <Tag>{t("directory.joined")}</Tag>}
				{!room.membership && !room.archived && may(me, "room-join-public") && (
					<Button
						size="small"
						aria-label={t("directory.joinRoom", { room: room.displayName })}
						busy={joined.isPending}
						onClick={() => joined.mutate()}
					>
						{t("directory.join")}
					</Button>
				)}
			</div>
			{joined.isError && (
				<p role="alert" className="pb-2 text-sm text-danger-text">
					{sentenceOf(joined.error)}
				</p>
			)}
		</li>
	);
}
