"use client";
import { MessageSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath } from "@/components/frame/navigation";
import { useTimes } from "@/components/words/use-times";
import type { SentFile } from "@/lib/shared/schemas/file";
import { FileCard } from "./file-card";
import { kindOf } from "./file-kind";

/** A file in the list of a room: who sent it, when, and the way to the message. */
export function SentFileRow({ file, roomId, onOpen }: { file: SentFile; roomId: string; onOpen: () => void }) {
	const t = useTranslations("files");
	const times = useTimes();
	const { author, at, name, messageId } = file;
	return (
		<li className="flex items-center gap-1">
			<div className="min-w-0 flex-1">
				<FileCard
					file={file}
					about={t("panel.by", { name: author.name, time: times.dayWords(at) })}
					onOpen={kindOf(file) === "other" ? undefined : onOpen}
				/>
			</div>
			<PlaceLink
				href={`${roomPath(roomId)}?message=${encodeURIComponent(messageId)}`}
				aria-label={t("panel.show", { name })}
				title={t("panel.show", { name })}
				className="grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-raised-hover hover:text-text pointer-coarse:size-11"
			>
				<MessageSquare size={18} strokeWidth={1.75} aria-hidden />
			</PlaceLink>
		</li>
	);
}
