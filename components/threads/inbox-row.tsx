"use client";
import { Ellipsis, Pencil } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink, threadPath } from "@/components/frame/navigation";
import { saidIn } from "@/components/messages/said-in";
import { Face } from "@/components/people/face";
import { RoomIcon } from "@/components/rooms/room-icon";
import { useRoomName } from "@/components/rooms/use-room-name";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { dayKey, type Times } from "@/components/words/times";
import { useTimes } from "@/components/words/use-times";
import { placeOfDraft, useHasDraft } from "@/lib/client/drafts";
import { useMyRoom } from "@/lib/client/session";
import type { InboxThread } from "@/lib/shared/schemas/message";
import { useThreadActions } from "./use-thread-actions";

/** So much of the first message is read in two lines. */
const LONGEST = 400;

/** One thread of the inbox: what it is about, where, and how much is new in it. */
export function InboxRow({ thread: { root, unread, lastAt } }: { thread: InboxThread }) {
	const t = useTranslations("threads");
	const messages = useTranslations("messages");
	const times = useTimes();
	const talk = { roomId: root.roomId, threadId: root.id };
	const hasDraft = useHasDraft(placeOfDraft(talk));
	const { items } = useThreadActions({ talk, following: true, unread });
	const room = useMyRoom(root.roomId);
	const nameOf = useRoomName();
	const count = root.thread?.count ?? 0;
	return (
		<li className="group relative flex items-start rounded-lg hover:bg-hover has-[a:focus-visible]:bg-hover max-md:rounded-none">
			<PlaceLink
				href={threadPath(root.roomId, root.id)}
				data-unread={unread > 0 || undefined}
				className="grid min-w-0 flex-1 grid-cols-[36px_minmax(0,1fr)] gap-x-3 rounded-lg px-4 py-3 focus-visible:-outline-offset-2 max-md:px-3.5"
			>
				<Face person={root.author} size={36} />
				<span className="min-w-0">
					<span className="flex items-center gap-2 text-ui leading-5">
						<span className="flex min-w-0 flex-1 items-center gap-1.5">
							<b className="cut font-semibold">
								<bdi>{root.author.name}</bdi>
							</b>
							{room && (
								<span className="flex min-w-0 shrink items-center gap-1 text-muted">
									{t.rich("in", {
										room: () => (
											<span key="room" className="flex min-w-0 items-center gap-1">
												<RoomIcon room={room} size={14} />
												<span dir="auto" className="cut font-medium">
													{nameOf(room)}
												</span>
											</span>
										),
									})}
								</span>
							)}
						</span>
						{/* The menu comes in its place. */}
						<time
							dateTime={lastAt}
							title={times.fullTime(lastAt)}
							className="shrink-0 text-xs text-faint tabular-nums max-md:pe-9 md:group-hover:invisible md:group-focus-within:invisible"
						>
							{whenOf(lastAt, times)}
						</time>
					</span>
					<span
						dir="auto"
						className={classNames(
							"mt-0.5 line-clamp-2 max-w-(--measure) wrap-anywhere",
							root.deletedAt ? "text-muted italic" : unread > 0 ? "text-text" : "text-muted",
						)}
					>
						{root.deletedAt ? t("row.deleted") : saidIn({ ...root, text: root.text.slice(0, LONGEST) })}
					</span>
					<span className="mt-1 flex items-center gap-2 text-sm leading-5 text-muted tabular-nums">
						<span className="flex shrink-0 -space-x-1 rtl:space-x-reverse">
							{root.thread?.participants.slice(0, 3).map((person) => (
								<Face key={person.id} person={person} size={20} />
							))}
						</span>
						{count > 0 && <span className="font-medium">{messages("thread.count", { count })}</span>}
						{unread > 0 && (
							<span className="flex items-center gap-1.5 font-semibold text-signal-text">
								<span aria-hidden className="size-1.75 rounded-full bg-signal" />
								{t("row.new", { count: unread })}
							</span>
						)}
						{hasDraft && (
							<span className="flex items-center gap-1 text-xs text-faint">
								<Pencil size={12} strokeWidth={1.75} aria-hidden />
								{t("row.draft")}
							</span>
						)}
					</span>
				</span>
			</PlaceLink>
			<div className="absolute end-2 top-1.5 opacity-0 group-hover:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100 max-md:opacity-100 pointer-coarse:-top-1 pointer-coarse:end-0 pointer-coarse:opacity-100">
				<Menu
					label={t("more")}
					items={items}
					trigger={(props) => <IconButton size="small" icon={Ellipsis} label={t("more")} {...props} />}
				/>
			</div>
		</li>
	);
}

/** Of today the time, else the day. */
function whenOf(at: string, times: Times): string {
	return dayKey(at) === dayKey(new Date().toISOString()) ? times.clockTime(at) : times.dayWords(at);
}
