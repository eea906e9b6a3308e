"use client";
import { CircleAlert, RotateCw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { mayRetry, removeUpload, retryUpload, type Upload } from "@/lib/client/uploads";
import { iconOf } from "./file-kind";
import { FileName } from "./file-name";
import { useFileSize } from "./use-file-size";

/** The files of a message that is still written: how far each is, and what can be done with it. */
export function Attachments({ place, uploads }: { place: string; uploads: Upload[] }) {
	const t = useTranslations("files");
	return (
		<ul
			aria-label={t("attached")}
			className="flex max-h-44 flex-wrap gap-2 overflow-y-auto px-3 pt-3 max-md:px-2 max-md:pt-2"
		>
			{uploads.map((upload) => (
				<Attachment key={upload.id} place={place} upload={upload} />
			))}
		</ul>
	);
}

function Attachment({ place, upload }: { place: string; upload: Upload }) {
	const t = useTranslations("files");
	const { id, name, sent, state } = upload;
	const isGoing = state === "waiting" || state === "sending";
	const isBad = state === "failed" || state === "lost";
	return (
		<li className="relative flex max-w-full min-w-44 items-center gap-2.5 overflow-hidden rounded-md bg-chip py-1.5 ps-1.5 pe-1">
			<Picture upload={upload} />
			<span className="min-w-0 flex-1">
				<FileName name={name} className="max-w-50 text-sm font-semibold" />
				<State upload={upload} />
			</span>
			{mayRetry(upload) && (
				<IconButton size="small" icon={RotateCw} label={t("retry")} onClick={() => retryUpload(place, id)} />
			)}
			<IconButton
				size="small"
				icon={X}
				label={isGoing ? t("cancel", { name }) : t("remove", { name })}
				onClick={() => removeUpload(place, id)}
			/>
			{isGoing && (
				<span
					role="progressbar"
					aria-label={name}
					aria-valuenow={Math.round((sent / Math.max(1, upload.size)) * 100)}
					className="absolute inset-x-0 bottom-0 h-0.5 bg-border-strong"
				>
					<span
						style={{ width: `${(sent / Math.max(1, upload.size)) * 100}%` }}
						className="block h-full bg-accent transition-[width]"
					/>
				</span>
			)}
			{isBad && <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 bg-danger" />}
		</li>
	);
}

function Picture({ upload: { name, picture, file } }: { upload: Upload }) {
	const shown = picture ?? file?.thumbnailUrl;
	// biome-ignore lint/performance/noImgElement: the server has made it as small as it is shown
	if (shown) return <img src={shown} alt="" className="size-9 shrink-0 rounded-sm object-cover" />;
	const Icon = iconOf({ name, type: file?.type ?? "" });
	return (
		<span className="grid size-9 shrink-0 place-items-center rounded-sm bg-accent-soft text-on-accent-soft">
			<Icon size={18} strokeWidth={1.75} aria-hidden />
		</span>
	);
}

function State({ upload: { state, failed, sent, size: bytes } }: { upload: Upload }) {
	const t = useTranslations("files");
	const errors = useTranslations("errors");
	const { size, progress } = useFileSize();
	if (state === "failed" || state === "lost") {
		return (
			<span role="alert" className="flex max-w-80 items-start gap-1 text-xs text-danger-text">
				<CircleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
				{state === "lost" ? t("lost") : t("failed", { reason: errors(failed ?? "unexpected") })}
			</span>
		);
	}
	return (
		<span className="block text-xs text-muted tabular-nums">
			{state === "done" ? size(bytes) : progress(sent, bytes)}
		</span>
	);
}
