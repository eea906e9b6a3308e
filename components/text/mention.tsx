"use client";
import { openPerson, PERSON_PANEL, PlaceLink, roomPath } from "@/components/frame/navigation";
import { classNames } from "@/components/ui/class-names";
import { useRoomsNamed } from "@/lib/client/rooms";
import { useMe } from "@/lib/client/session";
import { foldName } from "@/lib/shared/fold-name";
import { useMentioned } from "./mentioned";
import type { Inline } from "./tree";

type Props = Omit<Extract<Inline, { type: "mention" }>, "type">;

const NONE: string[] = [];
const look = "rounded-xs box-decoration-clone px-1 py-px font-semibold wrap-anywhere";
const mine = "bg-(--mention-me-chip) text-(--on-mention-me-chip)";
const others = "bg-(--mention) text-(--on-mention)";

/** A name with its sign: of somebody, of a room, of all. Whether it is one is the server's word. */
export function Mention({ kind, name, text }: Props) {
	const { mentions } = useMentioned();
	if (kind === "room") return <RoomMention name={name} text={text} ids={mentions?.rooms ?? NONE} />;
	if (kind === "person") return <PersonMention name={name} text={text} />;
	return mentions?.[kind] ? <span className={classNames(look, mine)}>{text}</span> : text;
}

function PersonMention({ name, text }: { name: string; text: string }) {
	const me = useMe();
	const person = useMentioned().people.find(({ username }) => foldName(username) === name);
	if (!person) return text;
	return (
		<a
			href={`?panel=${PERSON_PANEL}${person.id}`}
			title={`@${person.username}`}
			onClick={(event) => {
				if (event.metaKey || event.ctrlKey || event.shiftKey) return;
				event.preventDefault();
				openPerson(person.id);
			}}
			className={classNames(look, person.id === me.id ? mine : others, "underline-offset-3 hover:underline")}
		>
			<bdi>@{person.name}</bdi>
		</a>
	);
}

function RoomMention({ name, text, ids }: { name: string; text: string; ids: string[] }) {
	const room = useRoomsNamed(ids).find((each) => each.name !== null && foldName(each.name) === name);
	if (!room) return text;
	return (
		<PlaceLink href={roomPath(room.id)} className={classNames(look, others, "hover:underline underline-offset-3")}>
			<bdi>#{room.name}</bdi>
		</PlaceLink>
	);
}
