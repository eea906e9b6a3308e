"use client";
import { type FocusEvent, type PointerEvent, useRef, useState } from "react";

/** Long enough to cross a gap on the way to the bar. */
const LEAVES_AFTER_MS = 80;

/** Whether the pointer or the keyboard is at a part of the page: at once, and a moment longer. */
export function useHover() {
	const [active, setActive] = useState(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	function enter() {
		clearTimeout(timer.current);
		setActive(true);
	}
	return {
		active,
		/** What had the focus in it is gone, which the browser does not tell. */
		leave: () => setActive(false),
		handlers: {
			onPointerEnter: (event: PointerEvent) => event.pointerType === "mouse" && enter(),
			onPointerLeave(event: PointerEvent) {
				clearTimeout(timer.current);
				if (event.currentTarget.querySelector(":focus-visible") ?? event.currentTarget.matches(":focus-visible"))
					return;
				timer.current = setTimeout(() => setActive(false), LEAVES_AFTER_MS);
			},
			onFocus: (event: FocusEvent) => event.target.matches(":focus-visible") && enter(),
			onBlur: (event: FocusEvent) => !event.currentTarget.contains(event.relatedTarget) && setActive(false),
		},
	};
}
