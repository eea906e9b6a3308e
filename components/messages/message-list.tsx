"use client";
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from "react";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import { useTranslations } from "use-intl";
import { useLooking } from "@/components/ui/use-looking";
import { useCoarse } from "@/components/ui/use-media";
import type { ShownHistory } from "@/lib/client/cache";
import { usePending } from "@/lib/client/outbox";
import { readTo } from "@/lib/client/read-marks";
import { mayDelete, mayEdit } from "@/lib/client/rights";
import { showAround, showNewest } from "@/lib/client/rooms";
import { useMe, useServerInfo } from "@/lib/client/session";
import { Announcer } from "./announcer";
import { Beginning } from "./beginning";
import type { MessagesProps } from "./handle";
import { JumpToNewest } from "./jump-to-newest";
import { MessageRow } from "./message-row";
import { moveFocus } from "./move-focus";
import { NoticeRow } from "./notice-row";
import { type Row, rowsOf } from "./rows";
import { useNewLine } from "./use-new-line";
import { usePaging } from "./use-paging";

type Props = MessagesProps & { history: ShownHistory; target: string | undefined };

/** Rows are drawn this far outside of what is seen, so that scrolling shows no gaps and older ones are asked for in time. */
const DRAWN_AROUND = { top: 800, bottom: 400 };
const BOTTOM_PX = 40;
const BEGINNING = { id: "beginning" } as const;

export function MessageList({ ref, room, history, target, editing, onEdit }: Props) {
	const me = useMe();
	const t = useTranslations("messages");
	const server = useServerInfo();
	const list = useRef<VirtuosoHandle>(null);
	const coarse = useCoarse();
	const [atBottom, setAtBottom] = useState(true);
	const [focused, setFocused] = useState<string>();
	const pending = usePending(room.id);
	const atEnd = atBottom && !history.hasAfter;
	const seen = useLooking() && atEnd;
	const newAfter = useNewLine(room, seen);
	const { groupingSeconds } = server.messages;
	const rows = useMemo(
		() => rowsOf(history.items, history.hasAfter ? [] : pending, { me, groupingSeconds, newAfter }),
		[history.items, history.hasAfter, pending, me, groupingSeconds, newAfter],
	);
	// A row like the others, and not the list's header: it stands right above the first message, at the lower edge.
	const lines = useMemo(() => (history.hasBefore ? rows : [BEGINNING, ...rows]), [history.hasBefore, rows]);
	const first = history.first - (lines.length - rows.length);
	const onDrawn = usePaging(room.id, history, first, lines.length);
	const targetIndex = target ? lines.findIndex((line) => line.id === target) : -1;
	const tabbable = rows.some((row) => row.id === focused)
		? focused
		: rows.findLast((row) => row.message?.kind !== "notice")?.id;

	const unread = room.membership?.unread ?? 0;
	const shownTo = history.rev >= room.rev ? room.lastSeq : (history.items.at(-1)?.seq ?? 0);
	useEffect(() => {
		if (seen && unread > 0) readTo(room.id, shownTo);
	}, [seen, unread, room.id, shownTo]);

	const showTarget = useEffectEvent((id: string) => {
		if (targetIndex < 0) void showAround(room.id, id).catch(() => {});
		else list.current?.scrollToIndex({ index: targetIndex, align: "center" });
	});
	// Only when the address names another message: one that scrolls on is left where he is.
	useEffect(() => {
		if (target) showTarget(target);
	}, [target]);

	function toNewest() {
		if (history.hasAfter) void showNewest(room.id);
		else requestAnimationFrame(() => list.current?.scrollToIndex({ index: "LAST", align: "end" }));
	}

	useImperativeHandle(ref, () => ({
		toNewest,
		lastOwn: () => history.items.findLast((message) => mayEdit(me, room, server, message))?.id,
	}));

	const draw = (_: number, row: Row | typeof BEGINNING) =>
		!("author" in row) ? (
			<Beginning room={room} />
		) : row.message?.notice ? (
			<NoticeRow message={row.message} newDay={row.newDay} newLine={row.newLine} />
		) : (
			<MessageRow
				{...row}
				coarse={coarse}
				mayEdit={row.message !== undefined && mayEdit(me, room, server, row.message)}
				mayDelete={row.message !== undefined && mayDelete(me, room, server, row.message)}
				highlighted={row.id === target}
				tabbable={row.id === tabbable}
				editing={row.id === editing}
				onEdit={onEdit}
			/>
		);

	return (
		<section
			aria-label={t("list")}
			className="relative min-h-0 flex-1"
			onKeyDown={moveFocus}
			onFocus={(event) => setFocused(event.target.closest<HTMLElement>("[data-message]")?.dataset.message)}
		>
			<Virtuoso
				key={history.run}
				ref={list}
				data={lines}
				components={parts}
				firstItemIndex={first}
				initialTopMostItemIndex={
					targetIndex < 0 ? { index: "LAST", align: "end" } : { index: targetIndex, align: "center" }
				}
				computeItemKey={(_, row) => row.id}
				itemContent={draw}
				alignToBottom
				followOutput={(isAtBottom) => (isAtBottom && !history.hasAfter ? "auto" : false)}
				atBottomThreshold={BOTTOM_PX}
				atBottomStateChange={setAtBottom}
				rangeChanged={onDrawn}
				increaseViewportBy={DRAWN_AROUND}
				skipAnimationFrameInResizeObserver
				tabIndex={-1}
			/>
			{!atEnd && <JumpToNewest unread={unread} onJump={toNewest} />}
			<Announcer room={room} messages={history.items} />
		</section>
	);
}

const parts = { Header: () => <div className="h-6" />, Footer: () => <div className="h-3" /> };
