"use client";
import { ChevronLeft, ChevronRight, Download, Maximize, X, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { useModal } from "@/components/ui/use-modal";
import { useTimes } from "@/components/words/use-times";
import { kindOf } from "./file-kind";
import { FileName } from "./file-name";
import { FilePreview } from "./file-preview";
import type { ViewedFile } from "./viewed-file";

type Props = { files: ViewedFile[]; start: string; onClose: () => void };

const STEP = 1.5;
const MOST = 8;
/** A finger that goes so far sideways means the next one. */
const SWIPED_PX = 60;

/** Files over the whole page, one at a time: ← and → or a swipe go on, + and - zoom, 0 fits, Esc closes. */
export function Viewer({ files, start, onClose }: Props) {
	const t = useTranslations("files");
	const common = useTranslations("common");
	const times = useTimes();
	const dialog = useRef<HTMLDialogElement>(null);
	const swipe = useRef<{ x: number; y: number }>(undefined);
	const [id, setId] = useState(start);
	const [zoom, setZoom] = useState(1);
	useModal(dialog);
	// The keys are the dialog's: what had the focus may have gone with the file before.
	useLayoutEffect(() => {
		const it = dialog.current;
		if (id === start || !it?.contains(document.activeElement)) it?.focus({ preventScroll: true });
	}, [id, start]);
	const shown = files.filter((file) => file.id === id || kindOf(file) !== "other");
	const at = Math.max(
		0,
		shown.findIndex((file) => file.id === id),
	);
	const file = shown[at];
	if (!file) return null;
	const isImage = kindOf(file) === "image";

	function go(step: 1 | -1) {
		const next = shown[at + step];
		if (!next) return;
		setId(next.id);
		setZoom(1);
	}

	const zoomBy = (factor: number) => setZoom((now) => Math.min(MOST, Math.max(1, now * factor)));

	function onPointerUp({ clientX, clientY, currentTarget }: PointerEvent) {
		const from = swipe.current;
		swipe.current = undefined;
		if (!from || zoom > 1) return;
		const [x, y] = [clientX - from.x, clientY - from.y];
		if (Math.abs(x) < SWIPED_PX || Math.abs(x) < 2 * Math.abs(y)) return;
		const isOnwards = x < 0 === (getComputedStyle(currentTarget).direction === "ltr");
		go(isOnwards ? 1 : -1);
	}

	function onKeyDown(event: KeyboardEvent) {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		// A player and a text have their own use for arrows.
		const isTaken = event.target instanceof HTMLMediaElement;
		const onwards = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
		const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
		if (isArrow && !isTaken && zoom === 1) go(event.key === onwards ? 1 : -1);
		else if (isImage && (event.key === "+" || event.key === "=")) zoomBy(STEP);
		else if (isImage && event.key === "-") zoomBy(1 / STEP);
		else if (isImage && event.key === "0") setZoom(1);
		else return;
		event.preventDefault();
	}

	return (
		<dialog
			ref={dialog}
			aria-label={t("open", { name: file.name })}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			tabIndex={-1}
			onKeyDown={onKeyDown}
			className="m-0 flex h-dvh max-h-none w-screen max-w-none animate-appear flex-col bg-surface p-0 outline-none text-text"
		>
			<header className="flex h-(--bar-height) shrink-0 items-center gap-1 border-b border-border ps-5 pe-3 max-md:ps-3.5 max-md:pe-1">
				<div className="min-w-0 flex-1">
					<h2 className="text-base leading-5">
						<FileName name={file.name} />
					</h2>
					<p className="cut text-xs text-muted">
						{t("viewer.by", { name: file.author, time: times.fullTime(file.at) })}
					</p>
				</div>
				<p role="status" className="shrink-0 px-2 text-sm text-muted tabular-nums max-md:px-1">
					{t("viewer.place", { at: at + 1, count: shown.length })}
				</p>
				{isImage && (
					<div className="flex max-md:hidden">
						<IconButton
							icon={ZoomOut}
							label={t("viewer.zoomOut")}
							disabled={zoom === 1}
							onClick={() => zoomBy(1 / STEP)}
						/>
						<IconButton icon={Maximize} label={t("viewer.fit")} disabled={zoom === 1} onClick={() => setZoom(1)} />
						<IconButton
							icon={ZoomIn}
							label={t("viewer.zoomIn")}
							disabled={zoom === MOST}
							onClick={() => zoomBy(STEP)}
						/>
					</div>
				)}
				<a
					href={file.url}
					download={file.name}
					aria-label={t("download", { name: file.name })}
					title={t("download", { name: file.name })}
					className="grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-raised-hover hover:text-text pointer-coarse:size-11"
				>
					<Download size={18} strokeWidth={1.75} aria-hidden />
				</a>
				<IconButton icon={X} label={common("close")} onClick={onClose} />
			</header>
			<div
				onPointerDown={({ pointerType, clientX, clientY }) => {
					swipe.current = pointerType === "touch" ? { x: clientX, y: clientY } : undefined;
				}}
				onPointerUp={onPointerUp}
				onPointerCancel={() => {
					swipe.current = undefined;
				}}
				className={`relative min-h-0 flex-1 bg-sunken ${zoom === 1 ? "touch-pan-y" : ""}`}
			>
				<FilePreview key={file.id} file={file} zoom={zoom} onZoom={setZoom} />
				{at > 0 && <Step label={t("viewer.previous")} side="start" onClick={() => go(-1)} />}
				{at < shown.length - 1 && <Step label={t("viewer.next")} side="end" onClick={() => go(1)} />}
			</div>
		</dialog>
	);
}

function Step({ label, side, onClick }: { label: string; side: "start" | "end"; onClick: () => void }) {
	const Icon = side === "start" ? ChevronLeft : ChevronRight;
	return (
		<button
			type="button"
			aria-label={label}
			title={label}
			onClick={onClick}
			className={`absolute inset-y-0 my-auto grid size-11 place-items-center rounded-full bg-raised text-text shadow-menu hover:bg-raised-hover ${side === "start" ? "start-3" : "end-3"}`}
		>
			<Icon size={24} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
		</button>
	);
}
