"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useRoomId } from "@/components/frame/navigation";
import { listRooms, listUsers, search } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { recentRooms } from "@/lib/client/place";
import { useRooms } from "@/lib/client/session";
import type { SearchHit } from "@/lib/shared/schemas/search";
import { asksFor } from "@/lib/shared/search-words";
import { type Found, foundElsewhere, type Query, readQuery, roomsAtFirst, roomsFound } from "./choices";

const MOST_FROM_SERVER = 8;
const NO_HITS: SearchHit[] = [];
const NOBODY = { people: [], rooms: [] };

/** Of fewer letters nearly every message has a word. */
const LEAST_LETTERS = 3;
const MOST_MESSAGES = 4;
const ASKED_AFTER_MS = 200;

/** Messages with these words, the newest; the whole of them is what the search is for. */
export function useFoundMessages({ words, only }: Query): SearchHit[] {
	const wanted = !only && words.length >= LEAST_LETTERS && asksFor(words) ? words : "";
	const [asked, setAsked] = useState("");
	useEffect(() => {
		const timer = setTimeout(() => setAsked(wanted), ASKED_AFTER_MS);
		return () => clearTimeout(timer);
	}, [wanted]);
	const found = useQuery({
		queryKey: keys.switcherMessages(asked),
		queryFn: ({ signal }) => search(asked, undefined, signal, MOST_MESSAGES),
		enabled: asked !== "",
		placeholderData: keepPreviousData,
		staleTime: 10_000,
		gcTime: 60_000,
	});
	return wanted === "" || asked === "" ? NO_HITS : (found.data?.items ?? NO_HITS);
}

/** What fits: my rooms at once, and below them what the server answers when it does. */
export function useFound(text: string): { found: Found[]; searching: boolean } {
	const rooms = useRooms();
	const here = useRoomId();
	const [recent] = useState(recentRooms);
	const query = useMemo(() => readQuery(text), [text]);
	const { words, only } = query;
	const isAsked = words !== "" || only !== undefined;
	const asked = useDeferredValue(isAsked ? `${only ?? ""} ${words}` : "");

	const mine = useMemo(
		() => (isAsked ? roomsFound(rooms, query, recent) : roomsAtFirst(rooms, here, recent)),
		[rooms, query, isAsked, here, recent],
	);
	const elsewhere = useQuery({
		queryKey: keys.switcher(asked),
		queryFn: async () => {
			const [people, others] = await Promise.all([
				only === "rooms" ? undefined : listUsers({ query: words, limit: MOST_FROM_SERVER }),
				only === "people" ? undefined : listRooms({ query: words, kind: "public", limit: MOST_FROM_SERVER }),
			]);
			return { people: people?.items ?? [], rooms: others?.items ?? [] };
		},
		enabled: asked !== "",
		placeholderData: keepPreviousData,
		staleTime: 10_000,
		gcTime: 60_000,
	});
	const others = useMemo(() => {
		const answer = isAsked && !elsewhere.isPlaceholderData ? (elsewhere.data ?? NOBODY) : NOBODY;
		return foundElsewhere(answer, rooms, words);
	}, [elsewhere.data, elsewhere.isPlaceholderData, isAsked, rooms, words]);
	return { found: [...mine, ...others], searching: isAsked && elsewhere.isFetching };
}
