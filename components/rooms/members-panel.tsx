"use client";
import { Link2, Search, UserPlus } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { inMemberOrder } from "@/lib/client/member-order";
import { mayInRoom } from "@/lib/client/rights";
import { useMembers } from "@/lib/client/room-lists";
import { useMe } from "@/lib/client/session";
import { foldName } from "@/lib/shared/fold-name";
import type { RoomView } from "@/lib/shared/schemas/room";
import { MemberRow } from "./member-row";
import { Panel } from "./panel";

/** With fewer people one sees whom one looks for. */
const SEARCHED_FROM = 8;
/** The server gives them as they joined. So many are loaded before they are shown, in an order in which one finds people. */
const ORDERED_UP_TO = 500;

export function MembersPanel({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const me = useMe();
	const t = useTranslations("rooms");
	const members = useMembers(room.id);
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = members;
	const [words, setWords] = useState("");
	const query = foldName(useDeferredValue(words.trim()));
	const isOrdered = room.memberCount <= ORDERED_UP_TO;
	const loaded = members.data?.pages.flatMap((page) => page.items) ?? [];
	const people = isOrdered || query !== "" ? inMemberOrder(loaded) : loaded;
	const isWaiting = members.isPending || (isOrdered && hasNextPage && !members.isError);
	const shown = people.filter(({ user }) => [user.name, user.username].some((name) => foldName(name).includes(query)));
	const mayAdd = mayInRoom(me, room, "manage-members") && !room.archived;
	const mayLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
	const end = useComesIntoSight(() => mayLoad && void fetchNextPage());

	// Who is looked for, or stands first, may be on any page.
	useEffect(() => {
		if ((query !== "" || isOrdered) && mayLoad) void fetchNextPage();
	}, [query, isOrdered, mayLoad, fetchNextPage]);

	return (
		<Panel title={t("members.titleCount", { count: room.memberCount })} about={room.displayName} onClose={onClose}>
			{mayAdd && (
				<div className="mb-3 grid gap-2">
					<Button onClick={() => openOverlay({ name: "members", room })}>
						<UserPlus size={16} aria-hidden />
						{t("members.add")}
					</Button>
					<Button look="plain" onClick={() => openOverlay({ name: "invites", room })}>
						<Link2 size={16} aria-hidden />
						{t("members.invite")}
					</Button>
				</div>
			)}
			{room.memberCount >= SEARCHED_FROM && (
				<div className="relative mb-2">
					<Search size={16} aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto text-faint" />
					<input
						type="search"
						aria-label={t("members.search")}
						placeholder={t("members.search")}
						value={words}
						onChange={(event) => setWords(event.target.value)}
						className="field h-(--control-height) ps-9"
					/>
				</div>
			)}
			{isWaiting && <SkeletonRows rows={6} />}
			{members.isError && <NotLoaded error={members.error} onRetry={() => members.refetch()} />}
			<ul aria-label={t("members.title")}>
				{(isWaiting ? [] : shown).map((member) => (
					<MemberRow key={member.user.id} member={member} room={room} />
				))}
			</ul>
			{members.isSuccess && shown.length === 0 && !hasNextPage && (
				<p role="status" className="py-6 text-center text-ui text-muted wrap-anywhere">
					{t("members.nobody", { words: words.trim() })}
				</p>
			)}
			{hasNextPage && !isWaiting && (
				<div ref={end}>
					<SkeletonRows rows={2} />
				</div>
			)}
		</Panel>
	);
}
