"use client";
import { useTranslations } from "use-intl";
import { useHereCount } from "@/lib/client/presence";
import { useFirstMembers } from "@/lib/client/rooms";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Of larger rooms it is not said: all their members would have to be known. */
const MOST_COUNTED = 100;

/** Under the name on a phone: how many there are, and how many of them are here now. */
export function PhoneAbout({ room }: { room: RoomView }) {
	const t = useTranslations("rooms");
	const members = useFirstMembers(room.id, MOST_COUNTED, room.memberCount <= MOST_COUNTED);
	const here = useHereCount(members.data?.map(({ user }) => user.id) ?? []);
	return (
		<p className="cut text-xs text-muted">
			{t("members.count", { count: room.memberCount })}
			{here > 0 && ` · ${t("header.here", { count: here })}`}
		</p>
	);
}
