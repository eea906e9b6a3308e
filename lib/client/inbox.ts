/** The inbox of all threads that one follows. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { InboxThread } from "../shared/schemas/message.ts";
import { listThreads, type Page } from "./api.ts";
import { keys } from "./cache.ts";
import { eventsSince, markOfNow } from "./event-log.ts";
import { applyToInbox } from "./own-state.ts";

const PAGE_SIZE = 30;

/** Those with something unread, and all others, the last answered first. Pages of both are kept true by events. */
export function useInbox() {
	const unread = useInfiniteQuery(inboxQuery("unread"));
	const all = useInfiniteQuery(inboxQuery("all"));
	const [first, rest] = useMemo(() => parted([...(unread.data ?? []), ...(all.data ?? [])]), [unread.data, all.data]);
	const queries = [unread, all];
	return {
		unread: first,
		rest,
		isPending: queries.some((query) => query.isPending),
		error: unread.error ?? all.error,
		retry: () => queries.forEach((query) => void query.refetch()),
		hasMore: queries.some((query) => query.hasNextPage),
		loadMore() {
			for (const { hasNextPage, isFetching, fetchNextPage } of queries)
				if (hasNextPage && !isFetching) void fetchNextPage();
		},
	};
}

/** A thread may be in both lists. */
function parted(held: InboxThread[]): [unread: InboxThread[], rest: InboxThread[]] {
	const threads = [...new Map(held.map((thread) => [thread.root.id, thread])).values()].sort(byLast);
	const isUnread = (thread: InboxThread) => thread.unread > 0;
	return [threads.filter(isUnread), threads.filter((thread) => !isUnread(thread))];
}

function inboxQuery(which: "unread" | "all") {
	return {
		queryKey: keys.inbox(which),
		queryFn: ({ pageParam }: { pageParam: string | undefined }) => fetchInbox(which, pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<InboxThread>) => page.nextCursor ?? undefined,
		select: ({ pages }: { pages: Page<InboxThread>[] }) => pages.flatMap(({ items }) => items),
		// It may have been held while the connection was away.
		staleTime: 0,
	};
}

/** A page of it, with what happened while it was on its way. @throws ClientError */
export async function fetchInbox(which: "unread" | "all", cursor: string | undefined): Promise<Page<InboxThread>> {
	const mark = markOfNow();
	const page = await listThreads({ limit: PAGE_SIZE, cursor, ...(which === "unread" && { unread: true }) });
	return { ...page, items: eventsSince(mark).reduce(applyToInbox, page.items) };
}

function byLast(a: InboxThread, b: InboxThread): number {
	return Date.parse(b.lastAt) - Date.parse(a.lastAt);
}
