"use client";
import { ChevronLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink, THREADS, useGoUp, useShowThread } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { QuietLine } from "@/components/rooms/quiet-line";
import { useRoomName } from "@/components/rooms/use-room-name";
import type { RoomView } from "@/lib/shared/schemas/room";
import { Thread } from "./thread";
import { ThreadTools } from "./thread-tools";

/** A thread with the page for itself. */
export function ThreadPage({ room, threadId }: { room: RoomView; threadId: string }) {
	const t = useTranslations("threads");
	const goUp = useGoUp(THREADS);
	const show = useShowThread();
	const name = useRoomName()(room);
	const about = room.kind === "direct" ? name : `#${name}`;
	return (
		<main className="flex min-w-0 flex-1 flex-col">
			<PageTitle title={`${t("thread")} · ${name}`} />
			<Thread
				key={threadId}
				room={room}
				threadId={threadId}
				frame={(thread, body) => (
					<>
						<header className="flex h-(--bar-height) shrink-0 items-center gap-1 border-b border-border ps-2 pe-4 max-md:px-1">
							<PlaceLink
								href={THREADS}
								aria-label={t("toThreads")}
								title={t("toThreads")}
								onClick={(event) => {
									event.preventDefault();
									goUp();
								}}
								className="grid size-9 shrink-0 place-items-center rounded-sm text-muted hover:bg-raised-hover hover:text-text pointer-coarse:size-11"
							>
								<ChevronLeft size={22} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
							</PlaceLink>
							<div className="min-w-0 flex-1">
								<h1 className="cut text-base leading-5">{t("thread")}</h1>
								<button
									type="button"
									dir="auto"
									title={t("open")}
									onClick={() => show(room.id, threadId)}
									className="cut block max-w-full text-start text-xs text-muted hover:underline"
								>
									{about}
								</button>
							</div>
							{thread && <ThreadTools thread={thread} onShow={() => show(room.id, threadId)} onUnread={goUp} />}
						</header>
						<QuietLine />
						{body}
					</>
				)}
			/>
		</main>
	);
}
