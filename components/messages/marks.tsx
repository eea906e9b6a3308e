"use client";
import { Bookmark, Pin } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/words/times";

type Props = {
	editedAt: string | null;
	pinned: boolean;
	saved: boolean;
	times: Times;
	onVersions?: (() => void) | undefined;
};

/** What became of a message: behind its last word, or beside its time. */
export function Marks({ editedAt, pinned, saved, times, onVersions }: Props) {
	const t = useTranslations("messages");
	return (
		<>
			{editedAt && <Edited at={editedAt} words={t("edited")} title={times.fullTime(editedAt)} onOpen={onVersions} />}
			{pinned && <Mark icon={Pin} name={t("pinned")} />}
			{saved && <Mark icon={Bookmark} name={t("saved")} />}
		</>
	);
}

type EditedProps = { at: string; words: string; title: string; onOpen: (() => void) | undefined };

/** Opens what changed, where that is kept; by keys the menu of the message does. */
function Edited({ at, words, title, onOpen }: EditedProps) {
	const time = (
		<time dateTime={at} title={title} className="ms-1.25 text-xs text-faint">
			{words}
		</time>
	);
	if (!onOpen) return time;
	return (
		<button type="button" tabIndex={-1} onClick={onOpen} className="rounded-xs underline-offset-3 hover:underline">
			{time}
		</button>
	);
}

function Mark({ icon: Icon, name }: { icon: typeof Pin; name: string }) {
	return (
		<span role="img" aria-label={name} title={name} className="inline-block align-[-2px] text-faint not-first:ms-1.25">
			<Icon size={14} strokeWidth={1.75} aria-hidden />
		</span>
	);
}
