"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import type { Page } from "@/lib/client/api";

type Props<Item> = {
	label: string;
	queryKey: readonly string[];
	fetchPage: (cursor: string | undefined) => Promise<Page<Item>>;
	/** @param isAll nothing more is to come */
	rows: (items: Item[], isAll: boolean) => ReactNode[];
	/** In place of no rows. */
	nothing: ReactNode;
};

/** One list of the directory: further pages come as its end comes into sight. */
export function FoundList<Item>({ label, queryKey, fetchPage, rows, nothing }: Props<Item>) {
	const found = useInfiniteQuery({
		queryKey,
		queryFn: ({ pageParam }) => fetchPage(pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<Item>) => page.nextCursor ?? undefined,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = found;
	const end = useComesIntoSight(() => !isFetchingNextPage && !isFetchNextPageError && void fetchNextPage());
	const drawn = rows(found.data?.pages.flatMap((page) => page.items) ?? [], !hasNextPage);
	return (
		<>
			{found.isPending && <SkeletonRows rows={6} />}
			{found.isError && (
				<div className="mt-4">
					<NotLoaded error={found.error} onRetry={() => found.refetch()} />
				</div>
			)}
			<ul aria-label={label} className="mt-3">
				{drawn}
			</ul>
			{found.isSuccess && drawn.length === 0 && nothing}
			{hasNextPage && (
				<div ref={end}>
					<SkeletonRows rows={2} />
				</div>
			)}
		</>
	);
}
