"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Hash, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { listRooms, type Page } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { may } from "@/lib/client/rights";
import { inOrder } from "@/lib/client/room-order";
import { useMe, useRooms } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { DirectoryRow } from "./directory-row";

/** Public rooms, and the private ones that I am in. */
export function DirectoryRooms({ query }: { query: string }) {
	const me = useMe();
	const mine = useRooms();
	const t = useTranslations("rooms");
	const found = useInfiniteQuery({
		queryKey: keys.directory(query),
		queryFn: ({ pageParam }) => listRooms({ query, kind: "public", cursor: pageParam }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<RoomView>) => page.nextCursor ?? undefined,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = found;
	const end = useComesIntoSight(() => !isFetchingNextPage && !isFetchNextPageError && void fetchNextPage());
	const folded = query.toLowerCase();
	const privateRooms = inOrder(mine).named.filter(
		(room) => room.kind === "private" && room.displayName.toLowerCase().includes(folded),
	);
	const rooms = [...(found.data?.pages.flatMap((page) => page.items) ?? []), ...(hasNextPage ? [] : privateRooms)];
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	const isFirst = query === "";
	return (
		<>
			{found.isPending && <SkeletonRows rows={6} />}
			{found.isError && (
				<div className="mt-4">
					<NotLoaded error={found.error} onRetry={() => found.refetch()} />
				</div>
			)}
			<ul aria-label={t("directory.list.rooms")} className="mt-3">
				{rooms.map((room) => (
					<DirectoryRow key={room.id} room={mine.find(({ id }) => id === room.id) ?? room} />
				))}
			</ul>
			{found.isSuccess && rooms.length === 0 && (
				<Empty
					icon={isFirst ? Hash : SearchX}
					title={isFirst ? t("directory.noRooms") : t("directory.noRoom", { words: query })}
					text={isFirst ? t("directory.noRoomsText") : t("directory.noRoomText")}
				>
					{mayCreate && (
						<Button
							onClick={() => openOverlay({ name: "room", roomName: query.replaceAll(/\s+/g, "-").toLowerCase() })}
						>
							{t("create.title")}
						</Button>
					)}
				</Empty>
			)}
			{hasNextPage && (
				<div ref={end}>
					<SkeletonRows rows={2} />
				</div>
			)}
		</>
	);
}
