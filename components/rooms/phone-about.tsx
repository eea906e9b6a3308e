"use client";
import { useTranslations } from "use-intl";
import { HowPersonIs } from "@/components/people/how-person-is";
import { useHereCount } from "@/lib/client/presence";
import { isNotes } from "@/lib/client/room-order";
import { useFirstMembers } from "@/lib/client/rooms";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Of larger rooms it is not said: all their members would have to be known. */
const MOST_COUNTED = 100;

/** Under the name on a phone: how somebody is, or how many there are and how many of them are here now. */
export function PhoneAbout({ room }: { room: RoomView }) {
	return (
		<p className="cut text-xs text-muted">
			<About room={room} />
		</p>
	);
}

function About({ room }: { room: RoomView }) {
	const t = useTranslations("rooms");
	const me = useMe();
	const [person, ...others] = room.with ?? [];
	if (isNotes(room, me.id)) return t("header.notes");
	return person && others.length === 0 ? <HowPersonIs person={person} /> : <HowMany room={room} />;
}

function HowMany({ room }: { room: RoomView }) {
	const t = useTranslations("rooms");
	const members = useFirstMembers(room.id, MOST_COUNTED, room.memberCount <= MOST_COUNTED);
	const here = useHereCount(members.data?.map(({ user }) => user.id) ?? []);
	return (
		<>
			{t("members.count", { count: room.memberCount })}
			{here > 0 && ` · ${t("header.here", { count: here })}`}
		</>
	);
}
