"use client";
import { type PointerEvent, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { fitted } from "./fitted";
import type { ViewedFile } from "./viewed-file";

type Props = { file: ViewedFile; zoom: number; onZoom: (zoom: number) => void };

const CLICKED_ZOOM = 2.5;
const MARGIN_PX = 32;
/** A press that moves less is a click. */
const MOVED_PX = 4;

/** Fitted into its place, or larger: then it is drawn about, by mouse and by finger. A click zooms in at its place, and out again. */
export function ZoomedImage({ file, zoom, onZoom }: Props) {
	const t = useTranslations("files");
	const box = useRef<HTMLDivElement>(null);
	const [room, setRoom] = useState<{ width: number; height: number }>();
	const [failed, setFailed] = useState(false);
	const drag = useRef<{ x: number; y: number; moved: boolean }>(undefined);
	/** What stays in the middle when the zoom changes, in parts of the image. */
	const middle = useRef({ x: 0.5, y: 0.5 });

	useLayoutEffect(() => {
		const shown = box.current;
		if (!shown) return;
		const observer = new ResizeObserver(() => setRoom({ width: shown.clientWidth, height: shown.clientHeight }));
		observer.observe(shown);
		return () => observer.disconnect();
	}, []);

	useLayoutEffect(() => {
		const shown = box.current;
		if (!shown || zoom === 1) return;
		shown.scrollLeft = middle.current.x * shown.scrollWidth - shown.clientWidth / 2;
		shown.scrollTop = middle.current.y * shown.scrollHeight - shown.clientHeight / 2;
	}, [zoom]);

	function onPointerDown(event: PointerEvent) {
		if (event.button !== 0) return;
		drag.current = { x: event.clientX, y: event.clientY, moved: false };
		// Fingers scroll by themselves.
		if (event.pointerType === "mouse") event.currentTarget.setPointerCapture(event.pointerId);
	}

	function onPointerMove({ clientX, clientY, pointerType }: PointerEvent) {
		const from = drag.current;
		if (!from) return;
		const [x, y] = [from.x - clientX, from.y - clientY];
		if (!from.moved && Math.hypot(x, y) < MOVED_PX) return;
		if (pointerType === "mouse") box.current?.scrollBy(x, y);
		drag.current = { x: clientX, y: clientY, moved: true };
	}

	function onPointerUp({ clientX, clientY }: PointerEvent) {
		const isClick = drag.current?.moved === false;
		drag.current = undefined;
		const image = box.current?.querySelector("img")?.getBoundingClientRect();
		if (!isClick || !image) return;
		middle.current = { x: (clientX - image.left) / image.width, y: (clientY - image.top) / image.height };
		onZoom(zoom === 1 ? CLICKED_ZOOM : 1);
	}

	if (failed) return <p className="grid size-full place-items-center p-6 text-muted">{t("viewer.notLoaded")}</p>;
	const size = room && fitted(file, { width: room.width - MARGIN_PX, height: room.height - MARGIN_PX });
	return (
		<div
			ref={box}
			onPointerDown={onPointerDown}
			onPointerMove={onPointerMove}
			onPointerUp={onPointerUp}
			onPointerCancel={() => {
				drag.current = undefined;
			}}
			className={`flex size-full overflow-auto overscroll-contain ${zoom === 1 ? "touch-pan-y cursor-zoom-in" : "cursor-zoom-out"}`}
		>
			{size && (
				// biome-ignore lint/performance/noImgElement: it is to be seen as it is
				<img
					src={file.url}
					alt={file.name}
					draggable={false}
					onError={() => setFailed(true)}
					style={{
						width: size.width * zoom,
						height: size.height * zoom,
						backgroundImage: file.thumbnailUrl && `url("${file.thumbnailUrl}")`,
					}}
					className="m-auto max-w-none shrink-0 bg-contain"
				/>
			)}
		</div>
	);
}
