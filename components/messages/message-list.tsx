"use client";
import { memo, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { forgetMessage, messagePath, replacePlace } from "@/components/frame/navigation";
import { useLooking } from "@/components/ui/use-looking";
import { getMessage } from "@/lib/client/api";
import type { ShownHistory } from "@/lib/client/cache";
import { deleteAllWaiting, useDeleted } from "@/lib/client/deletions";
import { placeOfDraft, quoteInDraft } from "@/lib/client/drafts";
import { usePending } from "@/lib/client/outbox";
import { quoteFrom, withoutQuotesOf } from "@/lib/client/quotes";
import { useReactionsUnderWay, withReactions } from "@/lib/client/reactions";
import { mayEdit } from "@/lib/client/rights";
import { NEWEST, showAround, showNewest, showUnread } from "@/lib/client/rooms";
import { useMe, useSaved, useServerInfo } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import { Announcer } from "./announcer";
import { focusComposer } from "./focus-composer";
import type { MessagesProps } from "./handle";
import { JumpToNewest } from "./jump-to-newest";
import { LateMessageSheet } from "./late-parts";
import { type LinesHandle, MessageLines } from "./message-lines";
import { keepPlace, keptPlace } from "./places";
import { rightsOver } from "./rights-over";
import { type Row, rowsOf } from "./rows";
import { useActions } from "./use-actions";
import { useHowFar } from "./use-how-far";
import { useNewLine } from "./use-new-line";
import { useReading } from "./use-reading";
import type { Start } from "./use-scroll";

type Props = MessagesProps & { history: ShownHistory; target: string | undefined };

/** Not drawn again by what only changes the address. */
export const MessageList = memo(function MessageList({ ref, room, history, target, editing, onEdit }: Props) {
	const me = useMe();
	const server = useServerInfo();
	const t = useTranslations("messages");
	const section = useRef<HTMLElement>(null);
	const lines = useRef<LinesHandle>(null);
	const wantsNewest = useRef(false);
	const [atEnd, setAtEnd] = useState(false);
	const [opened, setOpened] = useState<Message>();
	const looking = useLooking();
	const { thread } = history;
	const howFar = useHowFar(room, history);
	const { talk, numberOf, unread } = howFar;
	const place = thread?.root.id ?? room.id;
	const pending = usePending(talk);
	const deleted = useDeleted();
	const reactions = useReactionsUnderWay();
	const saved = useSaved();
	const newAfter = useNewLine(howFar, looking && atEnd);
	const onSeen = useReading(howFar, history, looking);
	const { run, dialog } = useActions({ onEdit, onOpen: setOpened, onQuote: quote });
	const { groupingSeconds } = server.messages;
	const root = history.hasBefore ? undefined : thread?.root;
	const created = history.hasBefore ? undefined : createdIn(history.items);
	const rows = useMemo(() => {
		const all = root ? [root, ...history.items] : history.items;
		const left = all.filter((message) => message !== created && !deleted.has(message.id));
		const options = { me, groupingSeconds, newAfter, numberOf, head: root?.id };
		return rowsOf(
			withReactions(withoutQuotesOf(left, deleted), reactions, me.id),
			history.hasAfter ? [] : pending,
			options,
		);
	}, [
		history.items,
		history.hasAfter,
		root,
		created,
		deleted,
		reactions,
		pending,
		me,
		groupingSeconds,
		newAfter,
		numberOf,
	]);
	// Where a run begins is decided once.
	const [begun, setBegun] = useState(() => {
		return { run: history.run, start: startOf(rows, history, target, keptPlace(place, history.run)) };
	});
	const start = begun.run === history.run ? begun.start : startOf(rows, history, target, undefined);
	if (begun.run !== history.run) setBegun({ run: history.run, start });

	const showTarget = useEffectEvent((id: string) => {
		if (!rows.some((row) => row.id === id)) void findTarget(id).catch(() => {});
		else if (start === "end" || Array.isArray(start) || start.id !== id) lines.current?.toMessage(id);
	});
	async function findTarget(id: string) {
		if ((await showAround(talk, id)) || thread) return;
		// It stands in a thread only.
		const message = await getMessage(id);
		if (message.threadId) replacePlace(messagePath(message));
	}
	// Only when the address names another message: one that scrolls on is left where he is.
	useEffect(() => {
		if (target) showTarget(target);
	}, [target]);

	// Unread ones may be where nothing is held, after one looked far back or was away.
	const showWhatIsUnread = useEffectEvent(() => {
		if (!target && unread > 0 && newAfter !== null && !rows.some((row) => row.newLine))
			void showUnread(talk).catch(() => {});
	});
	useEffect(() => showWhatIsUnread(), []);
	const isThread = thread !== undefined;
	// A thread is looked at beside its room.
	useEffect(() => (isThread ? undefined : () => deleteAllWaiting(room.id)), [isThread, room.id]);

	function quote(message: Message) {
		quoteInDraft(placeOfDraft(talk), quoteFrom(message));
		if (section.current) focusComposer(section.current);
	}

	function toNewest() {
		if (target) forgetMessage(thread ? "reply" : "message");
		if (history.hasAfter) void showNewest(talk).catch(() => {});
		else lines.current?.toEnd();
	}

	useImperativeHandle(ref, () => ({
		toNewest,
		lastOwn: () => history.items.findLast((message) => mayEdit(me, room, server, message))?.id,
	}));

	return (
		<section
			ref={section}
			aria-label={t(thread ? "replies" : "list")}
			className="relative flex min-h-0 flex-1 flex-col"
		>
			<MessageLines
				key={history.run}
				ref={lines}
				room={room}
				talk={talk}
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
				onLeave={(leftAt) => keepPlace(place, history.run, leftAt)}
				toNewest={toNewest}
				wantsNewest={wantsNewest}
			/>
			{!atEnd && <JumpToNewest unread={unread} onJump={toNewest} onScroll={(px) => lines.current?.scrollBy(px)} />}
			<Announcer
				since={thread ? newestIn(history, howFar.last) : room.lastSeq}
				messages={history.items}
				numberOf={numberOf}
			/>
			{opened && (
				<LateMessageSheet
					message={opened}
					run={run}
					{...rightsOver(opened, { me, room, server, thread })}
					saved={saved.includes(opened.id)}
					onClose={() => setOpened(undefined)}
				/>
			)}
			{dialog}
		</section>
	);
});

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

/** What comes by going on is not new to who listens. */
function newestIn({ hasAfter }: ShownHistory, last: number): number {
	return hasAfter ? Number.POSITIVE_INFINITY : last;
}

/** Who made the room is told at its beginning. */
function createdIn([first]: Message[]): Message | undefined {
	return first?.notice?.type === "created" ? first : undefined;
}
