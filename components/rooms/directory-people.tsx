"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { SearchX, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { PersonLine } from "@/components/people/person-line";
import { Empty } from "@/components/ui/empty";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { listUsers, type Page } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import type { User } from "@/lib/shared/schemas/user";

export function DirectoryPeople({ query }: { query: string }) {
	const t = useTranslations("rooms");
	const found = useInfiniteQuery({
		queryKey: keys.people(query),
		queryFn: ({ pageParam }) => listUsers({ query, cursor: pageParam }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<User>) => page.nextCursor ?? undefined,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = found;
	const end = useComesIntoSight(() => !isFetchingNextPage && !isFetchNextPageError && void fetchNextPage());
	const people = found.data?.pages.flatMap((page) => page.items) ?? [];
	return (
		<>
			{found.isPending && <SkeletonRows rows={6} />}
			{found.isError && (
				<div className="mt-4">
					<NotLoaded error={found.error} onRetry={() => found.refetch()} />
				</div>
			)}
			<ul aria-label={t("directory.list.people")} className="mt-3">
				{people.map((person) => (
					<li key={person.id} className="border-b border-border">
						<div className="-mx-2 flex rounded-sm [content-visibility:auto] [contain-intrinsic-size:auto_56px] hover:bg-hover hover:[--ground:var(--surface-hover)]">
							<PersonLine person={person} />
						</div>
					</li>
				))}
			</ul>
			{found.isSuccess && people.length === 0 && (
				<Empty
					icon={query === "" ? Users : SearchX}
					title={t("directory.nobody", { words: query })}
					text={t("directory.nobodyText")}
				/>
			)}
			{hasNextPage && (
				<div ref={end}>
					<SkeletonRows rows={2} />
				</div>
			)}
		</>
	);
}
