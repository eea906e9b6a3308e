"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocale } from "use-intl";
import { findEmoji } from "@/components/emoji/find-emoji";
import { listMembers } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { isNamed, MOST_OFFERED, useFoundPeople, useFoundRooms } from "@/lib/client/found";
import { mayInRoom } from "@/lib/client/rights";
import { useMe, useRooms } from "@/lib/client/session";
import { foldName } from "@/lib/shared/fold-name";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { User } from "@/lib/shared/schemas/user";
import { type Command, commandsFor } from "./commands";
import type { Trigger } from "./trigger";

export type Candidate = { id: string; insert: string } & (
	| { kind: "person"; person: User; isMember: boolean }
	| { kind: "everybody"; name: "all" | "here" }
	| { kind: "room"; room: RoomView }
	| { kind: "emoji"; emoji: string; name: string }
	| { kind: "command"; command: Command }
);

const ASKED_AFTER_MS = 150;
/** Of larger rooms it is not known here who is in them. */
const MOST_MEMBERS_KNOWN = 500;

/** What can be meant by what is written so far, the likeliest first. */
export function useCandidates(trigger: Trigger | undefined, room: RoomView): Candidate[] {
	const kind = trigger?.kind;
	const query = trigger?.query ?? "";
	const people = usePeople(room, query, kind === "people");
	const rooms = useNamedRooms(query, kind === "rooms");
	const emoji = useEmoji(query, kind === "emoji");
	const commands = useCommands(room, query);
	if (kind === undefined) return [];
	// Of commands there are few enough to see all.
	return kind === "commands" ? commands : { people, rooms, emoji }[kind].slice(0, MOST_OFFERED);
}

function usePeople(room: RoomView, query: string, enabled: boolean): Candidate[] {
	const me = useMe();
	const asked = useLater(query);
	const members = useQuery({
		queryKey: [...keys.members(room.id), "all"],
		queryFn: () => allMembers(room.id),
		enabled: enabled && room.memberCount <= MOST_MEMBERS_KNOWN,
	}).data;
	const found = useFoundPeople(asked, enabled);
	if (!enabled) return [];
	const isIn = new Set(members?.map((person) => person.id));
	const others = found.filter((person) => !isIn.has(person.id));
	const named = [...(members ?? []), ...others].filter((person) => isNamed(person, query) && person.active);
	const people = named.sort((a, b) => rank(a) - rank(b));
	const everybody = room.kind !== "direct" && mayInRoom(me, room, "mention-all") ? (["all", "here"] as const) : [];
	return [
		...people.map((person) => ({
			kind: "person" as const,
			id: person.id,
			insert: `@${person.username} `,
			person,
			isMember: members === undefined || isIn.has(person.id),
		})),
		...everybody
			.filter((name) => query !== "" && name.startsWith(foldName(query)))
			.map((name) => ({ kind: "everybody" as const, id: name, insert: `@${name} `, name })),
	];

	function rank(person: User): number {
		if (person.id === me.id) return 2;
		return members === undefined || isIn.has(person.id) ? 0 : 1;
	}
}

function useNamedRooms(query: string, enabled: boolean): Candidate[] {
	const mine = useRooms();
	const found = useFoundRooms(useLater(query), enabled);
	if (!enabled) return [];
	const known = new Set(mine.map((room) => room.id));
	const wanted = foldName(query);
	return [...mine, ...found.filter((room) => !known.has(room.id))]
		.flatMap((room) => (room.name === null || room.archived ? [] : [{ room, name: room.name }]))
		.filter(({ name }) => foldName(name).includes(wanted))
		.sort((a, b) => Number(foldName(b.name).startsWith(wanted)) - Number(foldName(a.name).startsWith(wanted)))
		.map(({ room, name }) => ({ kind: "room", id: room.id, insert: `#${name} `, room }));
}

function useEmoji(query: string, enabled: boolean): Candidate[] {
	const language = useLocale();
	const found = useQuery({
		queryKey: ["emoji", language, query],
		queryFn: () => findEmoji(query, language, MOST_OFFERED),
		// The server's own change.
		staleTime: 0,
		enabled,
		placeholderData: keepPreviousData,
	}).data;
	return enabled
		? (found ?? []).map((each) => ({ kind: "emoji", id: each.name, insert: `${each.emoji} `, ...each }))
		: [];
}

function useCommands(room: RoomView, query: string): Candidate[] {
	const me = useMe();
	return commandsFor(me, room)
		.filter(({ name }) => name.startsWith(query.toLowerCase()))
		.map((command) => ({ kind: "command", id: command.name, insert: `/${command.name} `, command }));
}

async function allMembers(roomId: string): Promise<User[]> {
	const people: User[] = [];
	let cursor: string | undefined;
	do {
		const page = await listMembers(roomId, cursor);
		people.push(...page.items.map((member) => member.user));
		cursor = page.nextCursor ?? undefined;
	} while (cursor && people.length < MOST_MEMBERS_KNOWN);
	return people.sort((a, b) => a.name.localeCompare(b.name));
}

/** What stands still for a moment: not each letter is a question to the server. */
function useLater(value: string): string {
	const [later, setLater] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setLater(value), ASKED_AFTER_MS);
		return () => clearTimeout(timer);
	}, [value]);
	return later;
}
