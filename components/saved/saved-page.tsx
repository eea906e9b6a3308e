"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Bookmark, BookmarkX, Search, SearchX } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { MessageCard } from "@/components/messages/message-card";
import { saidIn } from "@/components/messages/said-in";
import { useWhere } from "@/components/rooms/use-where";
import { ViewPage } from "@/components/rooms/view-page";
import { Empty } from "@/components/ui/empty";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useArrival } from "@/components/ui/use-arrival";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { listSaved, type Page } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { useRoomsNamed } from "@/lib/client/rooms";
import { setSaved } from "@/lib/client/saved";
import { useSaved } from "@/lib/client/session";
import { foldName } from "@/lib/shared/fold-name";
import type { Message } from "@/lib/shared/schemas/message";

/** What one saved, the last saved first; nobody else knows of it. */
export function SavedPage() {
	const t = useTranslations("saved");
	const page = useArrival<HTMLElement>();
	const [words, setWords] = useState("");
	const query = foldName(useDeferredValue(words.trim()));
	return (
		<ViewPage title={t("title")} page={page}>
			<div className="relative">
				<Search size={18} aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto text-faint" />
				<input
					type="search"
					aria-label={t("filter")}
					placeholder={t("filter")}
					value={words}
					onChange={(event) => setWords(event.target.value)}
					className="field h-10.5 ps-10"
				/>
			</div>
			<SavedList query={query} words={words.trim()} />
		</ViewPage>
	);
}

function SavedList({ query, words }: { query: string; words: string }) {
	const t = useTranslations("saved");
	const whereOf = useWhere();
	const ids = useSaved();
	const saved = useInfiniteQuery({
		queryKey: keys.saved,
		queryFn: ({ pageParam }) => listSaved(pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<Message>) => page.nextCursor ?? undefined,
		staleTime: 0,
	});
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = saved;
	const mayLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
	const end = useComesIntoSight(() => mayLoad && void fetchNextPage());
	// What is looked for may be on any page.
	useEffect(() => {
		if (query !== "" && mayLoad) void fetchNextPage();
	}, [query, mayLoad, fetchNextPage]);
	// What was taken off the list is gone at once, on whatever device.
	const kept = saved.data?.pages.flatMap(({ items }) => items).filter(({ id }) => ids.includes(id)) ?? [];
	const rooms = useRoomsNamed([...new Set(kept.map(({ roomId }) => roomId))]);
	function where({ roomId }: Message): string | undefined {
		const room = rooms.find(({ id }) => id === roomId);
		return room && whereOf(room);
	}
	const shown = kept.filter((message) =>
		[saidIn(message), message.author.name, where(message) ?? ""].some((each) => foldName(each).includes(query)),
	);
	return (
		<>
			{saved.isPending && <SkeletonRows rows={6} />}
			{saved.isError && (
				<div className="mt-4">
					<NotLoaded error={saved.error} onRetry={() => saved.refetch()} />
				</div>
			)}
			<ul aria-label={t("title")} className="-mx-3 mt-3 grid grid-cols-1 gap-1">
				{shown.map((message) => (
					<Row key={message.id} message={message} where={where(message)} />
				))}
			</ul>
			{saved.isSuccess && shown.length === 0 && !hasNextPage && (
				<Empty
					icon={query === "" ? Bookmark : SearchX}
					title={query === "" ? t("none") : t("notFound", { words })}
					text={query === "" ? t("noneText") : t("notFoundText")}
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

function Row({ message, where }: { message: Message; where: string | undefined }) {
	const t = useTranslations("saved");
	const sentenceOf = useSentenceOf();
	const set = (saved: boolean) =>
		setSaved(message.id, saved).catch((error) => toast({ text: sentenceOf(error), tone: "danger" }));
	function remove() {
		toast({ text: t("removed"), action: { label: t("undo"), run: () => void set(true) } });
		void set(false);
	}
	return (
		<li ref={focusStays}>
			<MessageCard message={message} where={where}>
				<IconButton size="small" icon={BookmarkX} label={t("remove")} onClick={remove} />
			</MessageCard>
		</li>
	);
}
