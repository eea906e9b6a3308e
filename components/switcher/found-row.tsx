"use client";
import { useTranslations } from "use-intl";
import { Face } from "@/components/people/face";
import { RoomIcon } from "@/components/rooms/room-icon";
import { useRoomName } from "@/components/rooms/use-room-name";
import { Count } from "@/components/ui/count";
import { Tag } from "@/components/ui/tag";
import { useTimes } from "@/components/words/use-times";
import { countOf, isUnread } from "@/lib/client/room-order";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { User } from "@/lib/shared/schemas/user";
import type { Found } from "./choices";
import { SwitcherRow } from "./switcher-row";

type Props = { id: string; found: Found; chosen: boolean; onPoint: () => void; onPick: () => void };

export function FoundRow({ found, ...rest }: Props) {
	const t = useTranslations("switcher");
	const about = useAbout();
	const nameOf = useRoomName();
	if (found.kind === "person") {
		const { person, match } = found;
		return (
			<SwitcherRow
				{...rest}
				icon={<Face person={person} size={22} presence />}
				name={<Marked text={person.name} at={match.at} />}
				about={aboutPerson(person)}
			/>
		);
	}
	const { room, match, kind } = found;
	return (
		<SwitcherRow
			{...rest}
			icon={<RoomIcon room={room} presence />}
			name={<Marked text={nameOf(room)} at={match.at} strong={isUnread(room)} />}
			about={kind === "join" ? t("notMember") : about(room)}
			end={kind === "join" ? <Tag>{t("join")}</Tag> : <Count count={countOf(room)} />}
		/>
	);
}

function useAbout(): (room: RoomView) => string {
	const t = useTranslations("switcher");
	const { fromNow } = useTimes();
	return (room) => {
		const { unread = 0, mentions = 0 } = room.membership ?? {};
		const ago = room.lastMessageAt ? fromNow(room.lastMessageAt) : "";
		if (room.kind !== "direct" && mentions > 0) return `${t("mentions", { count: mentions })} · ${ago}`;
		if (unread > 0) return `${t("unread", { count: unread })} · ${ago}`;
		if (room.archived) return t("archived");
		const [person, ...others] = room.with ?? [];
		return person && others.length === 0 ? aboutPerson(person) : room.topic;
	};
}

function aboutPerson({ username, status }: User): string {
	const words = [status.emoji, status.text].filter(Boolean).join(" ");
	return `@${username}${words && ` · ${words}`}`;
}

/** A name, with the letters that were typed standing out. */
function Marked({ text, at, strong = false }: { text: string; at: readonly number[]; strong?: boolean }) {
	const marked = new Set(at);
	const runs: { start: number; text: string; on: boolean }[] = [];
	for (const [index, char] of [...text].entries()) {
		const last = runs.at(-1);
		if (last?.on === marked.has(index)) last.text += char;
		else runs.push({ start: index, text: char, on: marked.has(index) });
	}
	return (
		<bdi title={text} className={strong && at.length === 0 ? "font-semibold" : undefined}>
			{runs.map(({ start, text: run, on }) =>
				on ? (
					<b key={start} className="font-bold">
						{run}
					</b>
				) : (
					run
				),
			)}
		</bdi>
	);
}
