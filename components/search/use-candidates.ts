"use client";
import { useDeferredValue } from "react";
import { isNamed, MOST_OFFERED, useFoundPeople, useFoundRooms } from "@/lib/client/found";
import { lastAt } from "@/lib/client/room-order";
import { useMe, useRooms } from "@/lib/client/session";
import { foldName } from "@/lib/shared/fold-name";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { User } from "@/lib/shared/schemas/user";
import { type Has, haves } from "@/lib/shared/search-words";
import type { Trigger } from "./typed";

export type Candidate = { id: string; value: string } & (
	| { kind: "person"; person: User }
	| { kind: "room"; room: RoomView }
	| { kind: "has"; has: Has }
	| { kind: "day"; days: (typeof DAYS_AGO)[number] }
);

export const DAYS_AGO = [0, 1, 7, 30, 365] as const;

/** What the value of a filter can be, the likeliest first. */
export function useCandidates(trigger: Trigger | undefined): Candidate[] {
	const query = trigger?.query ?? "";
	const people = usePeople(query, trigger?.name === "from");
	const rooms = useNamedRooms(query, trigger?.name === "in");
	switch (trigger?.name) {
		case undefined:
			return [];
		case "from":
			return people.slice(0, MOST_OFFERED);
		case "in":
			return rooms.slice(0, MOST_OFFERED);
		case "has":
			return haves
				.filter((has) => has.startsWith(query.toLowerCase()))
				.map((has) => ({ kind: "has", id: has, value: has, has }));
		default:
			return DAYS_AGO.map((days) => ({ kind: "day" as const, id: `${days}`, value: dayAgo(days), days })).filter(
				({ value }) => value.startsWith(query),
			);
	}
}

/** The calendar day here, as filters take it. */
export function dayAgo(days: number, now = new Date()): string {
	const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
	return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
}

function usePeople(query: string, enabled: boolean): Candidate[] {
	const me = useMe();
	const rooms = useRooms();
	const found = useFoundPeople(useDeferredValue(query), enabled);
	if (!enabled) return [];
	const partners = [...rooms].sort((a, b) => lastAt(b) - lastAt(a)).flatMap(({ with: people = [] }) => people);
	const known = new Map([...partners, me, ...found].map((person) => [person.id, person]));
	return [...known.values()]
		.filter((person) => isNamed(person, query))
		.map((person) => ({ kind: "person", id: person.id, value: person.username, person }));
}

function useNamedRooms(query: string, enabled: boolean): Candidate[] {
	const mine = useRooms();
	const found = useFoundRooms(useDeferredValue(query), enabled);
	if (!enabled) return [];
	const known = new Map([...[...mine].sort((a, b) => lastAt(b) - lastAt(a)), ...found].map((room) => [room.id, room]));
	const wanted = foldName(query);
	const begins = ({ displayName }: RoomView) => foldName(displayName).startsWith(wanted);
	return [...known.values()]
		.filter(({ displayName }) => foldName(displayName).includes(wanted))
		.sort((a, b) => Number(begins(b)) - Number(begins(a)))
		.map((room) => ({ kind: "room", id: room.id, value: nameOf(room, mine), room }));
}

/** By its name, unless that is no name, or another room's too. */
function nameOf({ id, name }: RoomView, mine: RoomView[]): string {
	const isShared = mine.some(
		(room) => room.id !== id && room.name !== null && name !== null && foldName(room.name) === foldName(name),
	);
	return name === null || isShared ? id : name;
}
