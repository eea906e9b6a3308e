"use client";
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";

type Props = { id: string; anchor: HTMLElement; onClose: () => void; children: ReactNode };

const GAP_PX = 6;
const EDGE_PX = 8;

/** A few words above what they are about, below it where there is no room. Scrolling and Esc take them away. */
export function Tip({ id, anchor, onClose, children }: Props) {
	const tip = useRef<HTMLDivElement>(null);

	// Each time: its words may come later than itself.
	useLayoutEffect(() => {
		const shown = tip.current;
		if (!shown) return;
		const at = anchor.getBoundingClientRect();
		const { width, height } = shown.getBoundingClientRect();
		const above = at.top - height - GAP_PX;
		const x = Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - EDGE_PX);
		shown.style.left = `${Math.max(EDGE_PX, x)}px`;
		shown.style.top = `${above < EDGE_PX ? at.bottom + GAP_PX : above}px`;
	});

	const close = useEffectEvent(onClose);
	useEffect(() => {
		const onScroll = () => close();
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== "Escape") return;
			event.preventDefault();
			event.stopPropagation();
			close();
		};
		addEventListener("scroll", onScroll, true);
		addEventListener("keydown", onKey, true);
		return () => {
			removeEventListener("scroll", onScroll, true);
			removeEventListener("keydown", onKey, true);
		};
	}, []);

	return createPortal(
		<div
			ref={tip}
			role="tooltip"
			id={id}
			className="fixed z-(--z-tooltip) max-w-72 animate-appear rounded-md bg-raised px-3 py-2 text-sm text-text shadow-menu wrap-anywhere"
		>
			{children}
		</div>,
		// Whatever is on a page belongs to a part of it; and a modal dialog lies over all that is not in it.
		anchor.closest("dialog, main, [data-pane]") ?? document.body,
	);
}
