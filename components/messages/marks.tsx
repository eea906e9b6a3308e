"use client";
import { Bookmark, Pin } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/words/times";

type Props = { editedAt: string | null; pinned: boolean; saved: boolean; times: Times };

/** What became of a message: behind its last word, or beside its time. */
export function Marks({ editedAt, pinned, saved, times }: Props) {
	const t = useTranslations("messages");
	return (
		<>
			{editedAt && (
				<time dateTime={editedAt} title={times.fullTime(editedAt)} className="ms-1.25 text-xs text-faint">
					{t("edited")}
				</time>
			)}
			{pinned && <Mark icon={Pin} name={t("pinned")} />}
			{saved && <Mark icon={Bookmark} name={t("saved")} />}
		</>
	);
}

function Mark({ icon: Icon, name }: { icon: typeof Pin; name: string }) {
	return (
		<span role="img" aria-label={name} title={name} className="inline-block align-[-2px] text-faint not-first:ms-1.25">
			<Icon size={14} strokeWidth={1.75} aria-hidden />
		</span>
	);
}
