"use client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { countHits, type Page, search } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import type { SearchHit } from "@/lib/shared/schemas/search";
import { asksFor } from "@/lib/shared/search-words";

/** What is new or gone since then is seen by whoever comes back to it. */
const FRESH_FOR_MS = 5_000;

export function useHits(line: string) {
	return useInfiniteQuery({
		queryKey: keys.search(line),
		queryFn: ({ pageParam, signal }) => search(line, pageParam, signal),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<SearchHit>) => page.nextCursor ?? undefined,
		enabled: asksFor(line),
		placeholderData: keepPreviousData,
		staleTime: FRESH_FOR_MS,
	});
}

export function useCounts(line: string) {
	return useQuery({
		queryKey: keys.searchCounts(line),
		queryFn: ({ signal }) => countHits(line, signal),
		enabled: asksFor(line),
		placeholderData: keepPreviousData,
		staleTime: FRESH_FOR_MS,
	});
}
