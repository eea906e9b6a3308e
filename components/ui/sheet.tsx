"use client";
import { type PointerEvent, type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";

type Props = {
	label: string;
	onClose: () => void;
	/** `close` takes the sheet away, and then does what was chosen. */
	children: (close: (then?: () => void) => void) => ReactNode;
};

/** Drawn down by this much, or this fast, it goes. */
const DRAWN_DOWN_PX = 80;
const FAST_PX_PER_MS = 0.5;

/** A list of actions from the lower edge, for fingers. Swiping down, the way back, Esc and a touch beside it close it. */
export function Sheet({ label, onClose, children }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	const drag = useRef<{ from: number; at: number }>(undefined);
	// The finger that opened the sheet may still lie where a button of it is now: only a press that began here counts.
	const pressed = useRef<"inside" | "outside">(undefined);
	const chosen = useRef<() => void>(undefined);
	const gone = useEffectEvent(() => {
		onClose();
		chosen.current?.();
	});

	useLayoutEffect(() => {
		const shown = dialog.current;
		shown?.showModal();
		// Else its first action would have it, and look chosen.
		shown?.focus();
		return () => shown?.close();
	}, []);

	// A step of its own in the history, so that the way back leads out of the sheet and not out of the page.
	useEffect(() => {
		window.history.pushState(null, "", location.href);
		const onBack = () => gone();
		addEventListener("popstate", onBack);
		return () => removeEventListener("popstate", onBack);
	}, []);

	function close(then?: () => void): void {
		chosen.current = then;
		window.history.back();
	}

	function onPointerMove({ clientY }: PointerEvent): void {
		if (!drag.current || !dialog.current) return;
		dialog.current.style.translate = `0 ${Math.max(0, clientY - drag.current.from)}px`;
	}

	function onPointerUp({ clientY }: PointerEvent): void {
		if (!drag.current || !dialog.current) return;
		const { from, at } = drag.current;
		drag.current = undefined;
		const down = clientY - from;
		if (down > DRAWN_DOWN_PX || down / (performance.now() - at) > FAST_PX_PER_MS) return close();
		dialog.current.style.translate = "";
	}

	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way, the browser sends it as cancel
		<dialog
			ref={dialog}
			aria-label={label}
			tabIndex={-1}
			onCancel={(event) => {
				event.preventDefault();
				close();
			}}
			onPointerDown={(event) => {
				pressed.current = event.target === dialog.current ? "outside" : "inside";
			}}
			onClickCapture={(event) => event.detail > 0 && !pressed.current && event.stopPropagation()}
			onClick={(event) => event.target === dialog.current && pressed.current === "outside" && close()}
			className="mx-auto mt-auto mb-0 max-h-[85dvh] w-full max-w-120 animate-rise overflow-auto rounded-t-xl bg-raised p-0 outline-none pb-[max(0.75rem,env(safe-area-inset-bottom))] text-text shadow-dialog"
		>
			<div
				aria-hidden
				onPointerDown={(event) => {
					event.currentTarget.setPointerCapture(event.pointerId);
					drag.current = { from: event.clientY, at: performance.now() };
				}}
				onPointerMove={onPointerMove}
				onPointerUp={onPointerUp}
				onPointerCancel={onPointerUp}
				className="grid h-8 touch-none place-items-center"
			>
				<span className="h-1 w-9 rounded-full bg-border-strong" />
			</div>
			{children(close)}
		</dialog>
	);
}
