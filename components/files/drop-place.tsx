"use client";
import { Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

type Props = {
	/** What files are attached to, by name. */
	room: string;
	/** Undefined where files cannot be sent. */
	onFiles: ((files: File[]) => void) | undefined;
	className: string;
	children: ReactNode;
};

/** Takes files that are dropped anywhere on it, and says so while they are held over it. Elsewhere a browser would leave the page. */
export function DropPlace({ room, onFiles, className, children }: Props) {
	const t = useTranslations("files");
	const [over, setOver] = useState(false);
	/** Entering a part of it comes before leaving the one before. */
	const depth = useRef(0);

	// Beside it nothing is dropped either: the browser would leave the page for the file.
	useEffect(() => {
		const ignore = (event: globalThis.DragEvent) => {
			if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
			event.preventDefault();
			event.dataTransfer.dropEffect = "none";
		};
		addEventListener("dragover", ignore);
		addEventListener("drop", ignore);
		return () => {
			removeEventListener("dragover", ignore);
			removeEventListener("drop", ignore);
		};
	}, []);

	function onDrag(event: DragEvent, by: 1 | 0 | -1) {
		if (!event.dataTransfer.types.includes("Files")) return;
		event.preventDefault();
		event.dataTransfer.dropEffect = onFiles ? "copy" : "none";
		depth.current = Math.max(0, depth.current + by);
		setOver(depth.current > 0);
	}

	function onDrop(event: DragEvent) {
		if (!event.dataTransfer.types.includes("Files")) return;
		event.preventDefault();
		depth.current = 0;
		setOver(false);
		const files = filesIn(event.dataTransfer);
		if (files.length > 0) onFiles?.(files);
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the keyboard's way is the button in the composer
		<div
			onDragEnter={(event) => onDrag(event, 1)}
			onDragOver={(event) => onDrag(event, 0)}
			onDragLeave={(event) => onDrag(event, -1)}
			onDrop={onDrop}
			className={`relative ${className}`}
		>
			{children}
			{over && (
				<div className="pointer-events-none absolute inset-2 z-(--z-panel) grid animate-appear place-items-center rounded-lg border-2 border-dashed border-accent bg-surface/90">
					<p className="flex items-center gap-3 px-6 text-lg font-semibold text-balance">
						<Upload size={24} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
						{onFiles ? t("drop", { room }) : t("dropNowhere")}
					</p>
				</div>
			)}
		</div>
	);
}

/** Folders look like files that cannot be read. */
function filesIn({ items, files }: DataTransfer): File[] {
	const isFolder = [...items].map((item) => item.kind === "file" && item.webkitGetAsEntry?.()?.isDirectory === true);
	const isFile = [...items].flatMap((item, i) => (item.kind === "file" ? [!isFolder[i]] : []));
	return [...files].filter((_, i) => isFile[i] ?? true);
}
