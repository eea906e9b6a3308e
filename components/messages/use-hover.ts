"use client";
import { type FocusEvent, type PointerEvent, useRef, useState } from "react";

/** Long enough to cross a gap on the way to the bar. */
const LEAVES_AFTER_MS = 80;

/** What was opened fades first, and gives the focus back then. */
const GONE_AFTER_MS = 400;
/** What has the keyboard, or has something open that floats elsewhere. */
const HELD = ":focus-visible, [role=toolbar] [aria-expanded=true]";

/** Whether the pointer or the keyboard is at a part of the page, or at what it opened: at once, and a moment longer. */
export function useHover() {
	const [active, setActive] = useState(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	function enter() {
		clearTimeout(timer.current);
		setActive(true);
	}
	function leaveSoon(part: Element) {
		clearTimeout(timer.current);
		if (isHeld(part)) return;
		timer.current = setTimeout(() => setActive(false), LEAVES_AFTER_MS);
	}
	return {
		active,
		/** What had the focus in it is gone, which the browser does not tell. */
		leave: () => setActive(false),
		/** What was opened from it is closed: the pointer may have gone elsewhere meanwhile. */
		closed(part: Element | null) {
			clearTimeout(timer.current);
			timer.current = setTimeout(() => part && !part.matches(":hover") && leaveSoon(part), GONE_AFTER_MS);
		},
		handlers: {
			// And not "enter", which is missed where a dialog over the pointer goes away.
			onPointerOver: (event: PointerEvent) => event.pointerType === "mouse" && enter(),
			onPointerLeave: (event: PointerEvent) => leaveSoon(event.currentTarget),
			onFocus: (event: FocusEvent) => event.target.matches(":focus-visible") && enter(),
			onBlur({ currentTarget, relatedTarget }: FocusEvent) {
				if (!currentTarget.contains(relatedTarget) && !currentTarget.querySelector(HELD)) setActive(false);
			},
		},
	};
}

function isHeld(part: Element): boolean {
	return part.matches(":focus-visible") || part.querySelector(HELD) !== null;
}
