"use client";
import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { setAvatar } from "@/lib/client/api";
import { applyMe } from "@/lib/client/cache";
import { MIDDLE, MOST_ZOOM, moved, placeBehind, sideOf, within } from "./crop";

/** As wide as the class says. */
const SHOWN_PX = 256;
/** Twice the largest that is kept. */
const SENT_PX = 512;
const ZOOM_STEP = 0.1;
const STEP_PX = 8;
/** As an arrow says: what is seen goes there. */
const STEPS: Record<string, { right: number; down: number } | { zoom: number }> = {
	ArrowLeft: { right: -STEP_PX, down: 0 },
	ArrowRight: { right: STEP_PX, down: 0 },
	ArrowUp: { right: 0, down: -STEP_PX },
	ArrowDown: { right: 0, down: STEP_PX },
	"+": { zoom: ZOOM_STEP },
	"-": { zoom: -ZOOM_STEP },
};

/** What of an image is to be the picture: drawn and zoomed by pointer, finger, wheel or keys. */
export function CropDialog({ image, onClose }: { image: ImageBitmap; onClose: () => void }) {
	const t = useTranslations("account");
	const sentenceOf = useSentenceOf();
	const help = useId();
	const canvas = useRef<HTMLCanvasElement>(null);
	const [crop, setCrop] = useState(MIDDLE);
	const [from, setFrom] = useState<{ x: number; y: number }>();
	const sent = useMutation({
		mutationFn: async () => setAvatar(await cut(image, crop)),
		onSuccess(me) {
			applyMe(me);
			onClose();
		},
	});
	const move = (right: number, down: number) => setCrop((now) => moved(image, now, right, down, SHOWN_PX));
	const zoom = (by: number) => setCrop((now) => within(image, { ...now, zoom: now.zoom + by }));

	useEffect(() => {
		const context = canvas.current?.getContext("2d");
		if (!context) return;
		const { left, top, width, height } = placeBehind(image, crop, SENT_PX);
		context.clearRect(0, 0, SENT_PX, SENT_PX);
		context.drawImage(image, left, top, width, height);
	}, [image, crop]);

	function onKeyDown(event: KeyboardEvent): void {
		const step = STEPS[event.key];
		if (!step) return;
		event.preventDefault();
		if ("zoom" in step) zoom(step.zoom);
		else move(step.right, step.down);
	}

	return (
		<Dialog title={t("avatar.title")} onClose={onClose}>
			<div className="grid justify-items-center gap-4">
				<div
					// biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by the arrows
					tabIndex={0}
					role="application"
					aria-label={t("avatar.picture")}
					aria-describedby={help}
					onKeyDown={onKeyDown}
					onPointerDown={(event) => {
						event.currentTarget.setPointerCapture(event.pointerId);
						setFrom({ x: event.clientX, y: event.clientY });
					}}
					onPointerMove={(event) => {
						if (!from) return;
						move(event.clientX - from.x, event.clientY - from.y);
						setFrom({ x: event.clientX, y: event.clientY });
					}}
					onPointerUp={() => setFrom(undefined)}
					onPointerCancel={() => setFrom(undefined)}
					onWheel={({ deltaY }) => zoom(-Math.sign(deltaY) * ZOOM_STEP)}
					className="size-64 cursor-move touch-none overflow-hidden rounded-person bg-chip"
				>
					<canvas ref={canvas} width={SENT_PX} height={SENT_PX} className="size-full" />
				</div>
				<label className="grid w-64 gap-1 text-sm font-medium">
					{t("avatar.zoom")}
					<input
						type="range"
						min={1}
						max={MOST_ZOOM}
						step={0.05}
						value={crop.zoom}
						onChange={({ target }) => setCrop((now) => within(image, { ...now, zoom: Number(target.value) }))}
						className="h-6 w-full accent-(--accent) pointer-coarse:h-11"
					/>
				</label>
				<p id={help} className="max-w-64 text-center text-sm text-balance text-muted">
					{t("avatar.help")}
				</p>
				{sent.isError && <Note tone="danger">{sentenceOf(sent.error)}</Note>}
			</div>
			<DialogActions>
				<Button look="plain" onClick={onClose}>
					{t("avatar.cancel")}
				</Button>
				<Button look="main" busy={sent.isPending} onClick={() => sent.mutate()}>
					{t("avatar.use")}
				</Button>
			</DialogActions>
		</Dialog>
	);
}

/** Only what is seen leaves this device. */
function cut(image: ImageBitmap, crop: typeof MIDDLE): Promise<Blob> {
	const side = Math.min(SENT_PX, Math.ceil(sideOf(image, crop)));
	const canvas = document.createElement("canvas");
	canvas.width = side;
	canvas.height = side;
	const context = canvas.getContext("2d");
	const { left, top, width, height } = placeBehind(image, crop, side);
	if (context) {
		context.fillStyle = "white";
		context.fillRect(0, 0, side, side);
		context.drawImage(image, left, top, width, height);
	}
	return new Promise((resolve, reject) => {
		canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be cut."))),
			"image/jpeg",
			0.92,
		);
	});
}
