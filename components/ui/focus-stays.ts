const STOPS = "a[href], button, input, textarea, select, [tabindex='0']";

/**
 * A `ref` for what goes away when it has done its work: who got there by keyboard goes on at the stop before it, and does not begin
 * at the top of the page again. It belongs on the outermost that goes. Fingers and mice are left alone: a field that gets the focus
 * would call up the keyboard of a phone.
 */
export function focusStays(element: HTMLElement | null): (() => void) | undefined {
	if (!element) return undefined;
	return () => {
		const focused = document.activeElement;
		if (!element.contains(focused) || !focused?.matches(":focus-visible")) return;
		stopBefore(element)?.focus({ preventScroll: true });
	};
}

function stopBefore(element: HTMLElement): HTMLElement | undefined {
	const scope = element.closest("dialog, main, [data-pane]") ?? document;
	const stops = stopsIn(scope).filter((stop) => !element.contains(stop));
	const isBefore = (stop: HTMLElement) =>
		(element.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
	return stops.findLast(isBefore) ?? stops[0];
}

/** Where Tab stops, in its order. */
export function stopsIn(scope: ParentNode): HTMLElement[] {
	return [...scope.querySelectorAll<HTMLElement>(STOPS)].filter(
		(stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility(),
	);
}
