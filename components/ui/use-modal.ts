"use client";
import { type RefObject, useLayoutEffect, useState } from "react";
import { stopsIn } from "./focus-stays";
import { openerNow } from "./opener";

/**
 * Shows a dialog element as a modal one while it is mounted, and gives the focus back to what had it before. The browser would do the
 * latter by itself, but a field with `autoFocus` has the focus already when it looks.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
	const [opener] = useState(openerNow);
	useLayoutEffect(() => {
		const shown = dialog.current;
		if (!shown) return;
		openers.set(shown, opener);
		const place = opener?.closest("dialog, main, [data-pane]");
		shown.showModal();
		return () => {
			shown.close();
			const target = firstThatIsThere(opener);
			if (target instanceof HTMLElement) target.focus({ preventScroll: true });
			// What was asked about may be gone with the button that asked: the row of somebody who was removed.
			queueMicrotask(() => {
				if (place && document.activeElement === document.body) stopsIn(place)[0]?.focus({ preventScroll: true });
			});
		};
	}, [dialog, opener]);
}

const openers = new WeakMap<HTMLDialogElement, Element | null>();

/** A dialog that was opened from another, in whose place it came, gives the focus to what had opened that. */
function firstThatIsThere(element: Element | null): Element | null {
	if (!element || element.isConnected) return element;
	const dialog = element.closest("dialog");
	return dialog ? firstThatIsThere(openers.get(dialog) ?? null) : null;
}
