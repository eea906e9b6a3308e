"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ChevronLeft, Plus, Search, SearchX } from "lucide-react";
import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { listRooms, type Page } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { sentenceOf } from "@/lib/client/errors";
import { may } from "@/lib/client/rights";
import { inOrder } from "@/lib/client/room-order";
import { useMe, useRooms, useServerInfo } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { CreateRoomDialog } from "./create-room-dialog";
import { DirectoryRow } from "./directory-row";
import { QuietLine } from "./quiet-line";

/** Public rooms, and the private ones that I am in. */
export function Directory() {
	const me = useMe();
	const { name } = useServerInfo();
	const [words, setWords] = useState("");
	const [creating, setCreating] = useState(false);
	const query = useDeferredValue(words.trim());
	const mine = useRooms();
	const found = useInfiniteQuery({
		queryKey: keys.directory(query),
		queryFn: ({ pageParam }) => listRooms({ query, kind: "public", cursor: pageParam }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: Page<RoomView>) => page.nextCursor ?? undefined,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	const folded = query.toLowerCase();
	const privateRooms = inOrder(mine).named.filter(
		(room) => room.kind === "private" && room.displayName.toLowerCase().includes(folded),
	);
	const rooms = [
		...(found.data?.pages.flatMap((page) => page.items) ?? []),
		...(found.hasNextPage ? [] : privateRooms),
	];
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");

	return (
		<main className="flex min-w-0 flex-1 flex-col">
			<title>{`Rooms · ${name}`}</title>
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:ps-1">
				<Link href="/" aria-label="Back to the rooms" className="grid size-11 place-items-center text-muted md:hidden">
					<ChevronLeft size={24} aria-hidden className="rtl:-scale-x-100" />
				</Link>
				<h1 className="flex-1 text-lg tracking-tight">Browse rooms</h1>
				{mayCreate && (
					<Button look="main" size="small" onClick={() => setCreating(true)}>
						<Plus size={16} aria-hidden />
						New room
					</Button>
				)}
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
							aria-label="Look for a room"
							placeholder="Look for a room"
							value={words}
							onChange={(event) => setWords(event.target.value)}
							className="field h-10.5 ps-10"
						/>
					</div>
					{found.isPending && <SkeletonRows rows={6} />}
					{found.isError && (
						<Note tone="danger" className="mt-4">
							{sentenceOf(found.error)}
						</Note>
					)}
					<ul aria-label="Rooms" className="mt-3">
						{rooms.map((room) => (
							<DirectoryRow key={room.id} room={mine.find(({ id }) => id === room.id) ?? room} />
						))}
					</ul>
					{found.isSuccess && rooms.length === 0 && (
						<Empty
							icon={SearchX}
							title={query === "" ? "There is no public room yet" : `No room is called “${query}”`}
							text={
								query === ""
									? "Make the first one: everybody will find it here."
									: "Look for another word, or make this room."
							}
						>
							{mayCreate && <Button onClick={() => setCreating(true)}>New room</Button>}
						</Empty>
					)}
					{found.hasNextPage && (
						<Button
							look="plain"
							busy={found.isFetchingNextPage}
							onClick={() => found.fetchNextPage()}
							className="mt-3 w-full"
						>
							Show more
						</Button>
					)}
				</div>
			</div>
			{creating && <CreateRoomDialog onClose={() => setCreating(false)} />}
		</main>
	);
}
