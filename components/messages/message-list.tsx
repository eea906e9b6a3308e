"use client";
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useLooking } from "@/components/ui/use-looking";
import type { ShownHistory } from "@/lib/client/cache";
import { deleteAllWaiting, useDeleted } from "@/lib/client/deletions";
import { usePending } from "@/lib/client/outbox";
import { useReactionsUnderWay, withReactions } from "@/lib/client/reactions";
import { mayDelete, mayEdit, mayReact } from "@/lib/client/rights";
import { NEWEST, showAround, showNewest, showUnread } from "@/lib/client/rooms";
import { useMe, useServerInfo } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import { Announcer } from "./announcer";
import type { MessagesProps } from "./handle";
import { JumpToNewest } from "./jump-to-newest";
import { type LinesHandle, MessageLines } from "./message-lines";
import { MessageSheet } from "./message-sheet";
import { keepPlace, keptPlace } from "./places";
import { type Row, rowsOf } from "./rows";
import { useActions } from "./use-actions";
import { useNewLine } from "./use-new-line";
import { useReading } from "./use-reading";
import type { Start } from "./use-scroll";

type Props = MessagesProps & { history: ShownHistory; target: string | undefined };

export function MessageList({ ref, room, history, target, editing, onEdit }: Props) {
	const me = useMe();
	const server = useServerInfo();
	const t = useTranslations("messages");
	const lines = useRef<LinesHandle>(null);
	const wantsNewest = useRef(false);
	const [atEnd, setAtEnd] = useState(false);
	const [opened, setOpened] = useState<Message>();
	const looking = useLooking();
	const pending = usePending(room.id);
	const deleted = useDeleted();
	const reactions = useReactionsUnderWay();
	const newAfter = useNewLine(room, looking && atEnd);
	const onSeen = useReading(room, history, looking);
	const { run, dialog } = useActions({ onEdit, onOpen: setOpened });
	const { groupingSeconds } = server.messages;
	const created = history.hasBefore ? undefined : createdIn(history.items);
	const rows = useMemo(() => {
		const left = history.items.filter((message) => message !== created && !deleted.has(message.id));
		return rowsOf(withReactions(left, reactions, me.id), history.hasAfter ? [] : pending, {
			me,
			groupingSeconds,
			newAfter,
		});
	}, [history.items, history.hasAfter, created, deleted, reactions, pending, me, groupingSeconds, newAfter]);
	const unread = room.membership?.unread ?? 0;
	// Where a run begins is decided once.
	const [begun, setBegun] = useState(() => {
		return { run: history.run, start: startOf(rows, history, target, keptPlace(room.id, history.run)) };
	});
	const start = begun.run === history.run ? begun.start : startOf(rows, history, target, undefined);
	if (begun.run !== history.run) setBegun({ run: history.run, start });

	const showTarget = useEffectEvent((id: string) => {
		if (!history.items.some((message) => message.id === id)) void showAround(room.id, id).catch(() => {});
		else if (start === "end" || Array.isArray(start) || start.id !== id) lines.current?.toMessage(id);
	});
	// Only when the address names another message: one that scrolls on is left where he is.
	useEffect(() => {
		if (target) showTarget(target);
	}, [target]);

	// Unread ones may be where nothing is held, after one looked far back or was away.
	const showWhatIsUnread = useEffectEvent(() => {
		if (!target && unread > 0 && newAfter !== null && !rows.some((row) => row.newLine)) void showUnread(room);
	});
	useEffect(() => showWhatIsUnread(), []);
	useEffect(() => () => deleteAllWaiting(room.id), [room.id]);

	function toNewest() {
		if (target) forgetTarget();
		if (history.hasAfter) void showNewest(room.id).catch(() => {});
		else lines.current?.toEnd();
	}

	useImperativeHandle(ref, () => ({
		toNewest,
		lastOwn: () => history.items.findLast((message) => mayEdit(me, room, server, message))?.id,
	}));

	return (
		<section aria-label={t("list")} className="relative flex min-h-0 flex-1 flex-col">
			<MessageLines
				key={history.run}
				ref={lines}
				room={room}
				rows={rows}
				history={history}
				created={created}
				start={start}
				target={target}
				editing={editing}
				onEdit={onEdit}
				run={run}
				onSeen={(span, isAtEnd) => {
					setAtEnd(isAtEnd);
					onSeen(span, isAtEnd);
				}}
				onLeave={(place) => keepPlace(room.id, history.run, place)}
				toNewest={toNewest}
				wantsNewest={wantsNewest}
			/>
			{!atEnd && <JumpToNewest unread={unread} onJump={toNewest} onScroll={(px) => lines.current?.scrollBy(px)} />}
			<Announcer room={room} messages={history.items} />
			{opened && (
				<MessageSheet
					message={opened}
					run={run}
					mayReact={mayReact(room)}
					mayEdit={mayEdit(me, room, server, opened)}
					mayDelete={mayDelete(me, room, server, opened)}
					onClose={() => setOpened(undefined)}
				/>
			)}
			{dialog}
		</section>
	);
}

/** What the address names; what was asked for; where one was; the first unread message; the newest. */
function startOf(rows: Row[], history: ShownHistory, target: string | undefined, kept: Start | undefined): Start {
	const { shows } = history;
	if (target && rows.some(({ id }) => id === target) && (kept === undefined || shows === target))
		return { id: target, align: "middle", focus: true };
	const firstNew = rows.find((row) => row.newLine);
	if (kept) return firstNew ? { id: firstNew.id, align: "third" } : kept;
	if (shows === NEWEST) return "end";
	const shown = typeof shows === "number" ? rows.find((row) => row.to >= shows) : rows.find(({ id }) => id === shows);
	if (shown) return { id: shown.id, align: "middle", focus: true };
	return firstNew ? { id: firstNew.id, align: "third" } : "end";
}

/** Who made the room is told at its beginning. */
function createdIn([first]: Message[]): Message | undefined {
	return first?.notice?.type === "created" ? first : undefined;
}

/** One that went on from the message of the address is not led back to it. */
function forgetTarget(): void {
	const url = new URL(location.href);
	url.searchParams.delete("message");
	window.history.replaceState(null, "", url);
}
