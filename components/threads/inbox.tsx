"use client";
import { CheckCheck, MessageSquare } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { QuietLine } from "@/components/rooms/quiet-line";
import { ToRooms } from "@/components/rooms/to-rooms";
import { Button, buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { useInbox } from "@/lib/client/inbox";
import type { InboxThread } from "@/lib/shared/schemas/message";
import { InboxRow } from "./inbox-row";
import { useReadAll } from "./use-read-all";

/** All threads that one follows, unread ones first. */
export function Inbox() {
	const t = useTranslations("threads");
	const { unread, rest, isPending, error, retry, hasMore, loadMore } = useInbox();
	const { readAll, isReading } = useReadAll();
	const end = useComesIntoSight(loadMore);
	const isEmpty = unread.length + rest.length === 0;
	return (
		<main className="flex min-w-0 flex-1 flex-col">
			<PageTitle title={t("title")} />
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:ps-1">
				<ToRooms />
				<h1 className="cut flex-1 text-lg tracking-tight max-md:text-base">{t("title")}</h1>
				{unread.length > 0 && (
					<Button look="plain" size="small" busy={isReading} onClick={readAll}>
						<CheckCheck size={16} aria-hidden />
						{t("allRead")}
					</Button>
				)}
			</header>
			<QuietLine />
			<div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pt-4 pb-10 max-md:px-0">
				{isEmpty && isPending && (
					<div className="px-4">
						<SkeletonRows rows={6} />
					</div>
				)}
				{isEmpty && !isPending && error === null && (
					<Empty icon={MessageSquare} title={t("empty.title")} text={t("empty.text")}>
						<PlaceLink href="/" className={buttonLook()}>
							{t("empty.step")}
						</PlaceLink>
					</Empty>
				)}
				<Part title={t("unread")} threads={unread} />
				<Part title={unread.length > 0 ? t("earlier") : undefined} threads={rest} />
				{/* Of what is held the line above says enough while the connection is away. */}
				{error !== null && (isEmpty || hasMore) && (
					<div className="px-4 py-6">
						<NotLoaded error={error} onRetry={retry} />
					</div>
				)}
				{hasMore && !isEmpty && error === null && (
					<div ref={end} className="px-4">
						<SkeletonRows rows={2} />
					</div>
				)}
			</div>
		</main>
	);
}

function Part({ title, threads }: { title: string | undefined; threads: InboxThread[] }) {
	const id = useId();
	const t = useTranslations("threads");
	if (threads.length === 0) return null;
	return (
		<section {...(title === undefined ? { "aria-label": t("title") } : { "aria-labelledby": id })} className="mb-6">
			{title !== undefined && (
				<h2 id={id} className="px-4 pb-1.5 text-sm font-semibold text-muted max-md:px-3.5">
					{title}
				</h2>
			)}
			<ul>
				{threads.map((thread) => (
					<InboxRow key={thread.root.id} thread={thread} />
				))}
			</ul>
		</section>
	);
}
