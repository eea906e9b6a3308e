"use client";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { SIDEBAR_WIDTH, setSidebarWidth, useSidebar } from "@/lib/client/sidebar";

const STEP_PX = 16;

/** The sidebar's edge: it can be drawn, moved with the arrow keys, and put back by a double click or Enter. */
export function Resizer() {
	const t = useTranslations("sidebar");
	const width = useSidebar((sidebar) => sidebar.width);
	const [drawn, setDrawn] = useState(false);

	function onKey(event: KeyboardEvent) {
		const ahead = isMirrored() ? "ArrowLeft" : "ArrowRight";
		const back = isMirrored() ? "ArrowRight" : "ArrowLeft";
		const widths: Record<string, number> = {
			[ahead]: width + STEP_PX,
			[back]: width - STEP_PX,
			Home: SIDEBAR_WIDTH.min,
			End: SIDEBAR_WIDTH.max,
			Enter: SIDEBAR_WIDTH.usual,
		};
		const next = widths[event.key];
		if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		setSidebarWidth(next);
	}

	function draw({ clientX }: PointerEvent) {
		if (drawn) setSidebarWidth(isMirrored() ? window.innerWidth - clientX : clientX);
	}

	return (
		// biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator with a value can
		<div
			role="separator"
			tabIndex={0}
			aria-orientation="vertical"
			aria-label={t("resize")}
			aria-valuenow={width}
			aria-valuemin={SIDEBAR_WIDTH.min}
			aria-valuemax={SIDEBAR_WIDTH.max}
			title={t("resizeHint")}
			onKeyDown={onKey}
			onDoubleClick={() => setSidebarWidth(SIDEBAR_WIDTH.usual)}
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				event.currentTarget.setPointerCapture(event.pointerId);
				setDrawn(true);
			}}
			onPointerMove={draw}
			onPointerUp={() => setDrawn(false)}
			onPointerCancel={() => setDrawn(false)}
			className={classNames(
				"absolute inset-y-0 -end-1 z-(--z-bar) w-2 cursor-col-resize touch-none outline-none before:absolute before:inset-y-0 before:start-[3px] before:w-0.5 before:transition-colors hover:before:bg-border-strong focus-visible:before:bg-focus max-md:hidden",
				drawn && "before:bg-accent hover:before:bg-accent",
			)}
		/>
	);
}

function isMirrored(): boolean {
	return document.documentElement.dir === "rtl";
}
