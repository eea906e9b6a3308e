"use client";
import { CheckCheck, MessageSquare } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink, THREADS } from "@/components/frame/navigation";
import { ViewPage } from "@/components/rooms/view-page";
import { Button, buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Keys } from "@/components/ui/keys";
import { toast } from "@/components/ui/toast";
import { useArrival } from "@/components/ui/use-arrival";
import { useCoarse } from "@/components/ui/use-media";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { readAll } from "@/lib/client/read-all";
import { markUnread, readTo } from "@/lib/client/read-marks";
import { countOfThreads, inOrder, isUnread } from "@/lib/client/room-order";
import { useRooms, useUnreadThreads } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { UnreadRoom } from "./unread-room";
import { walk } from "./walk";

/** All that is unread, room after room, read by keys: ↑ and ↓ go through it, Enter opens, Esc marks a room read. */
export function Unread() {
	const t = useTranslations("notifications");
	const sentenceOf = useSentenceOf();
	const coarse = useCoarse();
	const page = useArrival<HTMLElement>();
	const all = useRooms();
	const rooms = useSteadyOrder(all.filter(isUnread));
	const threads = countOfThreads(all, useUnreadThreads());

	/** And goes on to the next one. */
	function read({ id, lastSeq, membership }: RoomView): void {
		const from = (membership?.lastReadSeq ?? 0) + 1;
		const at = rooms.findIndex((room) => room.id === id);
		const next = rooms[at + 1] ?? rooms[at - 1];
		const section = next && page.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(next.id)}"] a`);
		(section ?? page.current)?.focus();
		readTo(id, lastSeq);
		const undo = () => markUnread(id, from).catch((error) => toast({ text: sentenceOf(error), tone: "danger" }));
		toast({ text: t("unread.done"), action: { label: t("unread.undo"), run: () => void undo() } });
	}

	function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
		if (walk(event)) return event.preventDefault();
		const section = event.target instanceof Element && event.target.closest<HTMLElement>("[data-section]");
		const room = section && rooms.find(({ id }) => id === section.dataset.section);
		if (event.key !== "Escape" || event.shiftKey || !room) return;
		event.preventDefault();
		read(room);
	}

	return (
		<ViewPage
			title={t("unread.title")}
			page={page}
			onKeyDown={onKeyDown}
			action={
				rooms.length > 0 && (
					<Button look="plain" size="small" onClick={() => readAll(all)}>
						<CheckCheck size={16} aria-hidden />
						{t("unread.all")}
					</Button>
				)
			}
		>
			{rooms.length > 0 && !coarse && <Hint />}
			{rooms.map((room) => (
				<UnreadRoom key={room.id} room={room} onRead={read} />
			))}
			{rooms.length === 0 && <Empty icon={CheckCheck} title={t("unread.none")} text={t("unread.noneText")} />}
			{threads > 0 && (
				<p className="flex justify-center py-4">
					<PlaceLink href={THREADS} className={buttonLook()}>
						<MessageSquare size={16} strokeWidth={1.75} aria-hidden />
						{t("unread.threads", { count: threads })}
					</PlaceLink>
				</p>
			)}
		</ViewPage>
	);
}

function Hint() {
	const t = useTranslations("notifications");
	return (
		<p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-faint">
			<span className="flex items-center gap-1.5">
				<Keys keys="↑" />
				<Keys keys="↓" /> {t("unread.keys.walk")}
			</span>
			<span className="flex items-center gap-1.5">
				<Keys keys="Enter" /> {t("unread.keys.open")}
			</span>
			<span className="flex items-center gap-1.5">
				<Keys keys="Esc" /> {t("unread.keys.read")}
			</span>
		</p>
	);
}

/** As the sidebar lists them when the page was opened; what becomes unread after that comes last, so that nothing moves under the eyes. */
function useSteadyOrder(unread: RoomView[]): RoomView[] {
	const { favorites, named, direct } = inOrder(unread);
	const listed = [...favorites, ...named, ...direct];
	const [first] = useState(() => listed.map(({ id }) => id));
	const place = (room: RoomView) => {
		const at = first.indexOf(room.id);
		return at < 0 ? first.length : at;
	};
	return listed.sort((a, b) => place(a) - place(b));
}
