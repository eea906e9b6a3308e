"use client";
import { useTranslations } from "use-intl";
import type { File } from "@/lib/shared/schemas/file";
import { fitted } from "./fitted";

const ALONE = { width: 360, height: 270 };
const AMONG = { width: 160, height: 120 };
/** Smaller ones could not be hit by a finger. */
const LEAST_PX = 44;
/** A larger one does not move before it is opened. */
const MOVING_BYTES = 5_000_000;

type Props = { file: File; alone: boolean; tabIndex?: number; onOpen: () => void };

/** An image in its place, which is there before the image is. */
export function ImageButton({ file, alone, tabIndex, onOpen }: Props) {
	const t = useTranslations("files");
	const { name, url, thumbnailUrl, animated, size } = file;
	const shown = fitted(file, alone ? ALONE : AMONG);
	const moves = animated && size <= MOVING_BYTES;
	return (
		<button
			type="button"
			tabIndex={tabIndex}
			onClick={onOpen}
			aria-label={t("open", { name })}
			title={name}
			style={{
				width: Math.max(shown.width, LEAST_PX),
				aspectRatio: `${shown.width} / ${Math.max(shown.height, LEAST_PX)}`,
			}}
			className="relative max-w-full cursor-zoom-in overflow-hidden rounded-md bg-chip"
		>
			<picture>
				{moves && <source media="(prefers-reduced-motion: reduce)" srcSet={thumbnailUrl} />}
				<img
					src={moves ? url : thumbnailUrl}
					alt=""
					loading="lazy"
					decoding="async"
					draggable={false}
					className="size-full object-contain"
				/>
			</picture>
			{animated && !moves && (
				<span className="absolute start-2 bottom-2 rounded-xs bg-raised px-1.5 text-2xs font-semibold text-text">
					{t("moves")}
				</span>
			)}
		</button>
	);
}
