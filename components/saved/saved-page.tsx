"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Bookmark, BookmarkX, ChevronLeft, Search, SearchX } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { MessageCard } from "@/components/messages/message-card";
import { saidIn } from "@/components/messages/said-in";
import { QuietLine } from "@/components/rooms/quiet-line";
import { useRoomName } from "@/components/rooms/use-room-name";
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
import type { RoomView } from "@/lib/shared/schemas/room";

/** What one saved, the last saved first; nobody else knows of it. */
export function SavedPage() {
	const t = useTranslations("saved");
	const rooms = useTranslations("rooms");
	const main = useArrival<HTMLElement>();
	const [words, setWords] = useState("");
	const query = foldName(useDeferredValue(words.trim()));
	return (
		<main ref={main} tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
			<PageTitle title={t("title")} />
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:ps-1">
				<PlaceLink
					href="/"
					aria-label={rooms("header.back")}
					className="grid size-11 place-items-center rounded-sm text-muted md:hidden"
				>
					<ChevronLeft size={24} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
				</PlaceLink>
				<h1 className="cut flex-1 text-lg tracking-tight">{t("title")}</h1>
			</header>
			<QuietLine />
			<div className="min-h-0 flex-1 overflow-y-auto px-6 py-5 max-md:px-3.5">
				<div className="mx-auto max-w-180">
					<div className="relative">
						<Search
							size={18}
							aria-hidden
							className="pointer-events-none absolute inset-y-0 start-3 my-auto text-faint"
						/>
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
				</div>
			</div>
		</main>
	);
}

function SavedList({ query, words }: { query: string; words: string }) {
	const t = useTranslations("saved");
	const nameOf = useRoomName();
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
	const roomOf = ({ roomId }: Message) => rooms.find(({ id }) => id === roomId);
	const where = (message: Message) => whereIs(roomOf(message), nameOf);
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

function whereIs(room: RoomView | undefined, nameOf: (room: RoomView) => string): string | undefined {
	if (!room) return undefined;
	return room.kind === "direct" ? nameOf(room) : `#${room.displayName}`;
}
