"use client";
import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useMemo, useState } from "react";
import { showReply, useShowMessage } from "@/components/frame/navigation";
import { useCoarse } from "@/components/ui/use-media";
import { useSame } from "@/components/ui/use-same";
import { useTimes } from "@/components/words/use-times";
import type { ShownHistory, Talk } from "@/lib/client/cache";
import { undoLastDeletion } from "@/lib/client/deletions";
import { loadMore, showAround } from "@/lib/client/rooms";
import { useMe, usePreferences, useSaved, useServerInfo, useUnreadThreads } from "@/lib/client/session";
import { hasKeyword } from "@/lib/shared/keywords";
import type { FollowedThread, Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";
import { Beginning } from "./beginning";
import { DayLine, NewLine, RepliesLine } from "./lines";
import { MessageRow } from "./message-row";
import { SkeletonRows } from "./messages-skeleton";
import { NoticeRow } from "./notice-row";
import type { Span, Standing } from "./on-screen";
import { rightsOver } from "./rights-over";
import type { RunAction } from "./row-actions";
import type { Row } from "./rows";
import { focusOn, lastMessage, neighbour, useKeys } from "./use-keys";
import { type Start, useScroll } from "./use-scroll";

export type LinesHandle = { toEnd: () => void; toMessage: (id: string) => void; scrollBy: (px: number) => void };

type Props = {
	ref: Ref<LinesHandle>;
	room: RoomView;
	talk: Talk;
	rows: Row[];
	history: ShownHistory;
	/** Says who made the room. */
	created: Message | undefined;
	start: Start;
	target: string | undefined;
	editing: string | undefined;
	onEdit: (id: string | undefined) => void;
	run: RunAction;
	onSeen: (span: Span | undefined, atEnd: boolean) => void;
	onLeave: (place: "end" | Standing[]) => void;
	toNewest: () => void;
	/** The newest message is to have the focus; outlives the run. */
	wantsNewest: RefObject<boolean>;
};

/** One run of messages, of which those near to what is seen stand in the page. */
export function MessageLines(props: Props) {
	const {
		ref,
		room,
		talk,
		rows,
		history,
		created,
		start,
		target,
		editing,
		onEdit,
		run,
		onSeen,
		onLeave,
		toNewest,
		wantsNewest,
	} = props;
	const { hasBefore, hasAfter, thread } = history;
	const me = useMe();
	const server = useServerInfo();
	const place = { me, room, server, thread };
	const savedIds = useSaved();
	const saved = useMemo(() => new Set(savedIds), [savedIds]);
	const times = useTimes();
	const coarse = useCoarse();
	const threads = useUnreadThreads();
	const { density, keywords } = usePreferences();
	const compact = density === "compact";
	const [focused, setFocused] = useState<string>();
	// What fails is asked for again by the next scrolling.
	const onEdge = (side: "before" | "after") => void loadMore(talk, side).catch(() => {});
	const showMessage = useShowMessage();
	const scroll = useScroll({ rows, hasBefore, hasAfter, start, onEdge, onSeen, onLeave });
	const { box, content, shownRows } = scroll;
	const isAtBeginning = scroll.fromFirst && !hasBefore;

	const keys = useKeys({
		box,
		more: (side) => loadMore(talk, side),
		toFirst: () => void showAround(talk, 1).catch(() => {}),
		toLast() {
			wantsNewest.current = true;
			toNewest();
		},
		act(id, name, event) {
			const message = rows.find((row) => row.id === id)?.message;
			if (!message || message.deletedAt) return false;
			const rights = rightsOver(message, place);
			if (name === "thread" && !rights.mayReply) return false;
			if (name === "quote" && !rights.mayQuote) return false;
			if (name === "copyText" && message.text === "") return false;
			if (name === "edit" && !rights.mayEdit) return false;
			if (name === "remove" && !rights.mayDelete) return false;
			if (name === "open" && !coarse) {
				event.currentTarget.querySelector<HTMLElement>(`[data-message="${id}"] [role=toolbar] button`)?.focus();
				return true;
			}
			if (name === "react" && !rights.mayReact) return false;
			if (name === "unread" && !rights.mayUnread) return false;
			if (name === "save" && saved.has(id)) return done(() => act("unsave", message));
			if (name === "react" && !coarse) {
				event.currentTarget.querySelector<HTMLElement>(`[data-message="${id}"] [role=toolbar] [data-react]`)?.click();
				return true;
			}
			act(name, message, { ask: event.shiftKey });
			return true;
		},
	});

	/** The focus goes on before its message is gone. */
	const act = useSame<Parameters<RunAction>, void>((name, message, given) => {
		if (name === "quoted") return showQuoted(message);
		const shown = box.current;
		const next = shown && (neighbour(shown, message.id, 1) ?? neighbour(shown, message.id, -1));
		const hadFocus = shown?.querySelector(`[data-message="${message.id}"]`)?.contains(document.activeElement);
		run(name, message, given);
		if (name === "remove" && !given?.ask && message.author.id === me.id && next && hadFocus) focusOn(next);
	});

	function showQuoted({ quote }: Message) {
		if (!quote || "unavailable" in quote) return;
		const { id, roomId } = quote;
		const isHere = rows.some((row) => row.id === id);
		if (isHere && thread) showReply(id);
		else showMessage(roomId, id);
		// The address may name it already.
		if (isHere) scroll.toRow(id);
	}

	// When it is there: it may have to be asked for.
	useLayoutEffect(() => {
		if (!wantsNewest.current || !scroll.toLast || hasAfter) return;
		wantsNewest.current = false;
		lastMessage(box.current)?.focus({ preventScroll: true });
	});

	useImperativeHandle(ref, () => ({
		toEnd: scroll.toEnd,
		toMessage: (id) => scroll.toRow(id),
		scrollBy: (px) => box.current?.scrollBy({ top: px }),
	}));

	const tabbable = shownRows.some((row) => row.id === focused)
		? focused
		: shownRows.findLast((row) => !row.message?.notice)?.id;

	const countOfNew = () =>
		rows.slice(rows.findIndex((row) => row.newLine)).filter((row) => row.author.id !== me.id).length;

	const draw = (row: Row) =>
		row.notices ? (
			<NoticeRow notices={row.notices} at={row.at} times={times} />
		) : (
			<MessageRow
				id={row.id}
				author={row.author}
				at={row.at}
				message={row.message}
				pending={row.pending}
				first={row.first}
				mine={concernsMe(row.message, me.id, keywords)}
				highlighted={row.id === target}
				tabbable={row.id === tabbable}
				coarse={coarse}
				compact={compact}
				editing={row.id === editing}
				inThread={thread !== undefined}
				newReplies={row.message?.thread ? unreadIn(threads, row.id) : 0}
				{...rightsOver(row.message, place)}
				saved={saved.has(row.id)}
				times={times}
				run={act}
				onEdit={onEdit}
			/>
		);

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it hears of the messages in it
		<div
			ref={box}
			tabIndex={-1}
			onScroll={scroll.onScroll}
			onPointerDown={scroll.onPointerDown}
			onKeyDown={(event) => {
				if ((event.ctrlKey || event.metaKey) && event.key === "z" && undoLastDeletion()) event.preventDefault();
				else keys(event);
			}}
			onFocus={(event) => setFocused(event.target.closest<HTMLElement>("[data-message]")?.dataset.message)}
			onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(undefined)}
			className="flex min-h-0 flex-1 flex-col-reverse overflow-x-hidden overflow-y-auto overscroll-contain outline-none [overflow-anchor:none]"
		>
			<div ref={content} className={thread ? "min-h-full shrink-0 pt-2.5 pb-3" : "shrink-0 pt-6 pb-3"}>
				{isAtBeginning && !thread && <Beginning room={room} created={created} />}
				{scroll.fromFirst && hasBefore && <SkeletonRows />}
				{shownRows.map((row) => (
					<div key={row.id} data-row={row.id} data-from={row.from} data-to={row.to}>
						{row.newDay && row.id !== thread?.root.id && (
							<DayLine at={row.at} times={times} roomId={thread ? undefined : room.id} />
						)}
						{row.newLine && <NewLine count={thread && countOfNew()} />}
						{/* Space, not a margin: rows are measured by what is inside them. */}
						{row.first && !row.notices && <div className="h-2.5 in-data-[density=compact]:h-1" />}
						{draw(row)}
						{row.id === thread?.root.id && rows.length > 1 && <RepliesLine count={rows.length - 1} />}
					</div>
				))}
				{scroll.toLast && hasAfter && <SkeletonRows />}
			</div>
		</div>
	);
}

function unreadIn(threads: FollowedThread[], rootId: string): number {
	return threads.find(({ threadId }) => threadId === rootId)?.unread ?? 0;
}

function done(action: () => void): true {
	action();
	return true;
}

function concernsMe(message: Message | undefined, meId: string, keywords: readonly string[]): boolean {
	if (!message || message.author.id === meId || message.deletedAt) return false;
	const { users, all, here } = message.mentions;
	return all || here || users.includes(meId) || hasKeyword(message.text, keywords);
}
