"use client";
import { Search } from "lucide-react";
import { useTranslations } from "use-intl";
import { openPerson, searchPath, setPanel, useGo } from "@/components/frame/navigation";
import { HowPersonIs } from "@/components/people/how-person-is";
import { InlineText } from "@/components/text/written-text";
import { IconButton } from "@/components/ui/icon-button";
import { useWide } from "@/components/ui/use-media";
import { mayInRoom } from "@/lib/client/rights";
import { isNotes } from "@/lib/client/room-order";
import { searchLine } from "@/lib/client/rooms";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { MembersButton } from "./members-button";
import { PhoneAbout } from "./phone-about";
import { PinsButton } from "./pins-button";
import { RoomIcon } from "./room-icon";
import { RoomMenu } from "./room-menu";
import { ToRooms } from "./to-rooms";
import { useRoomName } from "./use-room-name";

/** Who or what it is. What gets no place goes in this order: the topic, the faces; never the name. */
export function RoomHeader({ room }: { room: RoomView }) {
	const t = useTranslations("rooms");
	const go = useGo();
	const wide = useWide();
	const nameOf = useRoomName();
	const person = room.with?.length === 1 ? room.with[0] : undefined;
	return (
		<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:gap-0 max-md:px-1">
			<ToRooms />
			<div className="flex min-w-0 flex-1 items-center gap-2 max-md:flex-col max-md:items-stretch max-md:gap-0">
				<h1 title={nameOf(room)} className="min-w-0 text-lg tracking-tight max-md:text-base md:max-w-[60%] md:shrink-0">
					{person ? (
						<button
							type="button"
							onClick={() => openPerson(person.id)}
							className="flex max-w-full min-w-0 items-center gap-1.5 rounded-sm hover:underline"
						>
							<Name room={room} />
						</button>
					) : (
						<span className="flex min-w-0 items-center gap-1.5">
							<Name room={room} />
						</span>
					)}
				</h1>
				{wide ? <Topic room={room} /> : <PhoneAbout room={room} />}
			</div>
			{wide && !person && <MembersButton room={room} />}
			{wide && <PinsButton />}
			<IconButton
				icon={Search}
				label={t("menu.search")}
				aria-keyshortcuts="Control+F Meta+F"
				onClick={() => go(searchPath(searchLine(room)))}
			/>
			<RoomMenu room={room} />
		</header>
	);
}

function Name({ room }: { room: RoomView }) {
	const nameOf = useRoomName();
	return (
		<>
			<RoomIcon room={room} className={room.with ? "me-1" : "text-muted max-md:size-4"} presence />
			<span dir="auto" className="cut">
				{nameOf(room)}
			</span>
		</>
	);
}

/** Of a room its topic, of one person how he is. */
function Topic({ room }: { room: RoomView }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const look = "ms-1 border-s border-border-strong ps-3 text-sm leading-5";
	const [person, ...others] = room.with ?? [];
	if (person && others.length === 0) {
		if (isNotes(room, me.id)) return null;
		return (
			<p className={`cut text-muted ${look}`}>
				<HowPersonIs person={person} />
			</p>
		);
	}
	if (room.topic) {
		return (
			// The line before it is on the page's side, whatever direction the topic has.
			<div className={`flex min-w-0 text-muted ${look}`}>
				<p dir="auto" title={room.topic} className="cut">
					<InlineText text={room.topic} />
				</p>
			</div>
		);
	}
	if (!mayInRoom(me, room, "change-room") || room.archived) return null;
	return (
		<button type="button" onClick={() => setPanel("settings")} className={`cut text-link hover:underline ${look}`}>
			{t("header.addTopic")}
		</button>
	);
}
