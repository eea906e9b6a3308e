"use client";
import { ChevronLeft, PencilLine, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath, threadPath } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { QuietLine } from "@/components/rooms/quiet-line";
import { useRoomName } from "@/components/rooms/use-room-name";
import { plainText } from "@/components/text/plain-text";
import { Empty } from "@/components/ui/empty";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { useArrival } from "@/components/ui/use-arrival";
import { useTimes } from "@/components/words/use-times";
import { type Draft, keepDraft, quoteInDraft, talkOf, useDrafts } from "@/lib/client/drafts";
import { useRooms } from "@/lib/client/session";

/** What one began to write and did not send, the last written first. */
export function DraftsPage() {
	const t = useTranslations("drafts");
	const rooms = useTranslations("rooms");
	const main = useArrival<HTMLElement>();
	const begun = Object.entries(useDrafts())
		.filter(([, { text }]) => text.trim() !== "")
		.sort(([, a], [, b]) => b.at - a.at);
	return (
		<main ref={main} tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
			<PageTitle title={t("title")} />
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:ps-1">
				<PlaceLink
					href="/"
					aria-label={rooms("header.back")}
					className="grid size-11 place-items-center rounded-sm text-muted md:hidden"
				>
					<ChevronLeft size={24} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
				</PlaceLink>
				<h1 className="cut flex-1 text-lg tracking-tight">{t("title")}</h1>
			</header>
			<QuietLine />
			<div className="min-h-0 flex-1 overflow-y-auto px-6 py-5 max-md:px-3.5">
				<div className="mx-auto max-w-180">
					<ul aria-label={t("title")} className="-mx-3 grid grid-cols-1 gap-1">
						{begun.map(([place, draft]) => (
							<Row key={place} place={place} draft={draft} />
						))}
					</ul>
					{begun.length === 0 && <Empty icon={PencilLine} title={t("none")} text={t("noneText")} />}
				</div>
			</div>
		</main>
	);
}

function Row({ place, draft }: { place: string; draft: Draft }) {
	const t = useTranslations("drafts");
	const times = useTimes();
	const nameOf = useRoomName();
	const { roomId, threadId } = talkOf(place);
	const room = useRooms().find(({ id }) => id === roomId);
	const name = room && (room.kind === "direct" ? nameOf(room) : `#${room.displayName}`);
	const where = name ? (threadId ? t("inThread", { room: name }) : name) : t("notHere");
	const at = new Date(draft.at).toISOString();

	function remove() {
		toast({ text: t("removed"), action: { label: t("undo"), run: () => bringBack() } });
		quoteInDraft(place, undefined);
		keepDraft(place, "");
	}

	function bringBack() {
		keepDraft(place, draft.text);
		if (draft.quote) quoteInDraft(place, draft.quote);
	}

	return (
		<li ref={focusStays}>
			<article className="relative rounded-md px-3 py-2.5 hover:bg-hover">
				<PlaceLink
					href={threadId ? threadPath(roomId, threadId) : roomPath(roomId)}
					aria-label={t("open", { where })}
					className="absolute inset-0 rounded-md focus-visible:-outline-offset-2"
				/>
				<div className="flex items-center gap-2">
					<p className="flex min-w-0 flex-1 items-baseline gap-2">
						<span dir="auto" className="cut text-ui font-semibold">
							{where}
						</span>
						<time dateTime={at} title={times.fullTime(at)} className="shrink-0 text-xs text-faint tabular-nums">
							{times.dayWords(at)}
						</time>
					</p>
					<div className="relative">
						<IconButton size="small" icon={Trash2} label={t("remove")} onClick={remove} />
					</div>
				</div>
				<p dir="auto" className="line-clamp-3 text-ui whitespace-pre-line text-muted wrap-anywhere">
					{plainText(draft.text)}
				</p>
			</article>
		</li>
	);
}
