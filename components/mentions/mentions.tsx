"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { AtSign } from "lucide-react";
import { useTranslations } from "use-intl";
import { messagePath } from "@/components/frame/navigation";
import { MessageCard } from "@/components/messages/message-card";
import { useWhere } from "@/components/rooms/use-where";
import { ViewPage } from "@/components/rooms/view-page";
import { Empty } from "@/components/ui/empty";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { useArrival } from "@/components/ui/use-arrival";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { listMentions, type Page } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { useRoomsNamed } from "@/lib/client/rooms";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";

/** What names me, or everybody in my rooms, the newest first. */
export function Mentions() {
	const t = useTranslations("notifications");
	const page = useArrival<HTMLElement>();
	return (
		<ViewPage title={t("mentions.title")} page={page}>
			<List />
		</ViewPage>
	);
}

function List() {
	const t = useTranslations("notifications");
	const whereOf = useWhere();
	const mentions = useInfiniteQuery({
		queryKey: keys.mentions,
		queryFn: ({ pageParam }) => listMentions(pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<Message>) => page.nextCursor ?? undefined,
		staleTime: 0,
	});
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = mentions;
	const mayLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
	const end = useComesIntoSight(() => mayLoad && void fetchNextPage());
	const shown = mentions.data?.pages.flatMap(({ items }) => items) ?? [];
	const rooms = useRoomsNamed([...new Set(shown.map(({ roomId }) => roomId))]);
	return (
		<>
			{mentions.isPending && <SkeletonRows rows={6} />}
			{mentions.isError && <NotLoaded error={mentions.error} onRetry={() => mentions.refetch()} />}
			<ul aria-label={t("mentions.title")} className="-mx-3 grid grid-cols-1 gap-1">
				{shown.map((message) => {
					const room = rooms.find(({ id }) => id === message.roomId);
					return (
						<li key={message.id}>
							<MessageCard message={message} where={room && whereOf(room)} href={messagePath(message)}>
								{room && isNew(message, room) && <Tag tone="warning">{t("mentions.new")}</Tag>}
							</MessageCard>
						</li>
					);
				})}
			</ul>
			{mentions.isSuccess && shown.length === 0 && !hasNextPage && (
				<Empty icon={AtSign} title={t("mentions.none")} text={t("mentions.noneText")} />
			)}
			{/* Another key draws it anew: where a page held nothing that I may read, its end did not move. */}
			{hasNextPage && (
				<div ref={end} key={mentions.data?.pages.length}>
					<SkeletonRows rows={2} />
				</div>
			)}
		</>
	);
}

function isNew({ seq }: Message, { membership }: RoomView): boolean {
	return seq !== null && membership !== null && seq > membership.lastReadSeq;
}
