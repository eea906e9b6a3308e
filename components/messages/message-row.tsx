"use client";
import { memo, useMemo } from "react";
import { useTranslations } from "use-intl";
import { MessageFiles } from "@/components/files/message-files";
import { openPerson } from "@/components/frame/navigation";
import { Face } from "@/components/people/face";
import { WrittenText } from "@/components/text/written-text";
import { classNames } from "@/components/ui/class-names";
import type { Times } from "@/components/words/times";
import type { Pending } from "@/lib/client/outbox";
import type { File } from "@/lib/shared/schemas/file";
import type { Message } from "@/lib/shared/schemas/message";
import type { Author } from "@/lib/shared/schemas/user";
import { EditForm } from "./edit-form";
import { HoverBar } from "./hover-bar";
import { LinkPreviews } from "./link-previews";
import { Marks } from "./marks";
import { PendingState } from "./pending-state";
import { QuoteInRow } from "./quote-in-row";
import { Reactions } from "./reactions";
import type { Rights, RunAction } from "./row-actions";
import { ThreadMark, ThreadSummary } from "./thread-summary";
import { useHover } from "./use-hover";
import { useLongPress } from "./use-long-press";

type Props = Rights & {
	id: string;
	author: Author;
	at: string;
	message: Message | undefined;
	pending: Pending | undefined;
	/** Begins a group: shows the author. */
	first: boolean;
	/** Names me. */
	mine: boolean;
	/** In a list of replies, not in the room. */
	inThread: boolean;
	/** In the thread that hangs on it, if I follow that. */
	newReplies: number;
	highlighted: boolean;
	tabbable: boolean;
	coarse: boolean;
	compact: boolean;
	editing: boolean;
	times: Times;
	run: RunAction;
	onEdit: (id: string | undefined) => void;
};

const NO_FILES: File[] = [];

/** What somebody wrote. Drawn again only when one of its own properties changes, however often the list is. */
export const MessageRow = memo(function MessageRow(row: Props) {
	const { id, author, at, message, pending, first, times, run, coarse, editing } = row;
	const t = useTranslations("messages");
	const { active, leave, closed, handlers } = useHover();
	const files = message?.files ?? pending?.files ?? NO_FILES;
	const quote = message ? message.quote : pending?.quote;
	const pale = pending !== undefined && pending.failed === undefined;
	const press = useLongPress(() => coarse && message && !message.deletedAt && run("open", message));
	const label = [
		t("message", { name: author.name, time: times.clockTime(at) }),
		message?.editedAt && t("edited"),
		pending && (pending.failed === undefined ? t("pending") : t("notSent")),
	];
	return (
		<article
			data-message={id}
			tabIndex={row.tabbable ? 0 : -1}
			aria-label={label.filter(Boolean).join(", ")}
			{...handlers}
			{...press}
			className={classNames(
				"relative grid pointer-coarse:select-none grid-cols-[var(--avatar)_minmax(0,1fr)] gap-x-3 px-6 py-0.75 focus-visible:-outline-offset-2 max-md:px-3.5 in-data-[pane=panel]:px-5",
				first && "pt-1.25",
				row.mine && "bg-(--mention-me) before:absolute before:inset-y-0 before:start-0 before:w-0.75 before:bg-signal",
				!row.mine && active && "bg-hover",
				row.highlighted && "animate-target motion-reduce:animate-none motion-reduce:bg-highlight/40",
			)}
		>
			{first ? (
				// biome-ignore lint/a11y/noStaticElementInteractions: the name beside it is the button
				// biome-ignore lint/a11y/useKeyWithClickEvents: the name beside it is the button
				<span
					className={classNames("mt-0.75 h-fit cursor-pointer", pale && "opacity-60")}
					onClick={() => openPerson(author.id)}
				>
					<Face person={author} size={row.compact ? 24 : 36} />
				</span>
			) : (
				<time
					dateTime={at}
					title={times.fullTime(at)}
					className={classNames(
						"-ms-2 text-end text-xs leading-5.5 whitespace-nowrap text-faint tabular-nums",
						!active && "invisible",
					)}
				>
					{times.shortTime(at)}
				</time>
			)}
			<div className={classNames("max-w-(--measure) min-w-0", pale && "text-faint")}>
				{first && (
					<div className="flex min-w-0 items-baseline gap-2 leading-5.5">
						<button
							type="button"
							tabIndex={active ? 0 : -1}
							onClick={() => openPerson(author.id)}
							className="-mt-0.5 min-w-0 rounded-xs pt-0.5 text-start font-semibold wrap-anywhere text-text hover:underline underline-offset-3"
						>
							<bdi>{author.name}</bdi>
						</button>
						<time dateTime={at} title={times.fullTime(at)} className="shrink-0 text-xs text-faint tabular-nums">
							{times.clockTime(at)}
						</time>
						<Marks editedAt={null} pinned={message?.pinned ?? false} saved={row.saved} times={times} />
					</div>
				)}
				{message?.threadId && <ThreadMark message={message} inThread={row.inThread} />}
				{quote && (
					<QuoteInRow
						quote={quote}
						times={times}
						roomId={message?.roomId ?? pending?.roomId}
						tabbable={active}
						onShow={message && (() => run("quoted", message))}
					/>
				)}
				{editing && message ? (
					<EditForm
						message={message}
						onDone={() => {
							leave();
							row.onEdit(undefined);
						}}
					/>
				) : message?.deletedAt ? (
					<p className="text-muted italic">{t("deleted")}</p>
				) : (
					<Text
						text={pending?.text ?? message?.text ?? ""}
						message={message}
						first={first}
						saved={row.saved}
						times={times}
						onVersions={row.maySeeVersions ? run : undefined}
					/>
				)}
				{files.length > 0 && !editing && (
					<MessageFiles
						files={files}
						roomId={message?.roomId ?? pending?.roomId ?? ""}
						author={author.name}
						at={at}
						tabbable={active}
					/>
				)}
				{message && message.previews.length > 0 && !editing && !message.deletedAt && (
					<LinkPreviews message={message} active={active} mayRemove={row.mayRemovePreviews} run={run} />
				)}
				{message && message.reactions.length > 0 && !message.deletedAt && (
					<Reactions message={message} mayReact={row.mayReact} coarse={coarse} run={run} />
				)}
				{message?.thread && !row.inThread && (
					<ThreadSummary message={message} thread={message.thread} fresh={row.newReplies} times={times} />
				)}
				{pending && <PendingState pending={pending} />}
			</div>
			{active && !editing && !coarse && message && !message.deletedAt && (
				<HoverBar
					message={message}
					run={run}
					mayReact={row.mayReact}
					mayReply={row.mayReply}
					mayQuote={row.mayQuote}
					maySeeVersions={row.maySeeVersions}
					mayPin={row.mayPin}
					mayUnread={row.mayUnread}
					mayExplain={row.mayExplain}
					saved={row.saved}
					mayEdit={row.mayEdit}
					mayDelete={row.mayDelete}
					mayRemovePreviews={row.mayRemovePreviews}
					onClosed={closed}
				/>
			)}
		</article>
	);
});

type TextProps = {
	text: string;
	message: Message | undefined;
	first: boolean;
	saved: boolean;
	times: Times;
	onVersions: RunAction | undefined;
};

function Text({ text, message, times, onVersions, ...row }: TextProps) {
	const editedAt = message?.editedAt ?? null;
	// Where the author is shown they stand beside the time.
	const [pinned, saved] = row.first ? [false, false] : [message?.pinned ?? false, row.saved];
	const marks = useMemo(
		() =>
			(editedAt || pinned || saved) && (
				<Marks
					editedAt={editedAt}
					pinned={pinned}
					saved={saved}
					times={times}
					onVersions={onVersions && message && (() => onVersions("versions", message))}
				/>
			),
		[editedAt, pinned, saved, times, onVersions, message],
	);
	if (text === "") return marks;
	return <WrittenText text={text} mentions={message?.mentions} after={marks} />;
}
