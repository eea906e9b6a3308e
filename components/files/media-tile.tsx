"use client";
import { Play } from "lucide-react";
import { useTranslations } from "use-intl";
import type { SentFile } from "@/lib/shared/schemas/file";

/** An image or a video in a grid. */
export function MediaTile({ file: { name, thumbnailUrl }, onOpen }: { file: SentFile; onOpen: () => void }) {
	const t = useTranslations("files");
	return (
		<li>
			<button
				type="button"
				aria-label={t("open", { name })}
				title={name}
				onClick={onOpen}
				className="grid aspect-square w-full place-items-center overflow-hidden rounded-md bg-chip"
			>
				{thumbnailUrl ? (
					// biome-ignore lint/performance/noImgElement: the server has made it as small as it is shown
					<img src={thumbnailUrl} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
				) : (
					<span className="grid size-full place-items-center px-2 text-xs text-muted">
						<Play size={24} strokeWidth={1.75} aria-hidden className="self-end" />
						<bdi className="cut w-full self-start text-center">{name}</bdi>
					</span>
				)}
			</button>
		</li>
	);
}
