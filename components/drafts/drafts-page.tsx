"use client";
import { Paperclip, PencilLine, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath, threadPath } from "@/components/frame/navigation";
import { useWhere } from "@/components/rooms/use-where";
import { ViewPage } from "@/components/rooms/view-page";
import { plainText } from "@/components/text/plain-text";
import { Empty } from "@/components/ui/empty";
import { focusStays } from "@/components/ui/focus-stays";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { useArrival } from "@/components/ui/use-arrival";
import { useTimes } from "@/components/words/use-times";
import { type Draft, dropDraft, isBegun, restoreDraft, talkOf, useDrafts } from "@/lib/client/drafts";
import { useRooms } from "@/lib/client/session";

/** What one began to write and did not send, the last written first. */
export function DraftsPage() {
	const t = useTranslations("drafts");
	const page = useArrival<HTMLElement>();
	const begun = Object.entries(useDrafts())
		.filter(([, draft]) => isBegun(draft))
		.sort(([, a], [, b]) => b.at - a.at);
	return (
		<ViewPage title={t("title")} page={page}>
			<ul aria-label={t("title")} className="-mx-3 grid grid-cols-1 gap-1">
				{begun.map(([place, draft]) => (
					<Row key={place} place={place} draft={draft} />
				))}
			</ul>
			{begun.length === 0 && <Empty icon={PencilLine} title={t("none")} text={t("noneText")} />}
		</ViewPage>
	);
}

function Row({ place, draft }: { place: string; draft: Draft }) {
	const t = useTranslations("drafts");
	const times = useTimes();
	const whereOf = useWhere();
	const { roomId, threadId } = talkOf(place);
	const room = useRooms().find(({ id }) => id === roomId);
	const name = room && whereOf(room);
	const where = name ? (threadId ? t("inThread", { room: name }) : name) : t("notHere");
	const at = new Date(draft.at).toISOString();

	function remove() {
		toast({ text: t("removed"), action: { label: t("undo"), run: () => restoreDraft(place, draft) } });
		dropDraft(place);
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
							{times.when(at)}
						</time>
					</p>
					<div className="relative">
						<IconButton size="small" icon={Trash2} label={t("remove")} onClick={remove} />
					</div>
				</div>
				<p dir="auto" className="line-clamp-3 text-ui whitespace-pre-line text-muted wrap-anywhere">
					{plainText(draft.text)}
				</p>
				{draft.files && (
					<p className="flex min-w-0 items-center gap-1.5 text-sm text-faint">
						<Paperclip size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
						<span dir="auto" className="cut">
							{draft.files.map(({ name }) => name).join(", ")}
						</span>
					</p>
				)}
			</article>
		</li>
	);
}
