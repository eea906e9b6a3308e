import type { KeyboardEvent } from "react";

/** ↑ and ↓, Home and End go through all that the list leads to: of hundreds of rooms Tab stops at one a section only. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
	const { altKey, ctrlKey, metaKey, shiftKey, key, target } = event;
	if (altKey || ctrlKey || metaKey || shiftKey || !(target instanceof HTMLAnchorElement)) return;
	const rows = [...event.currentTarget.querySelectorAll("a")];
	const at = rows.indexOf(target);
	const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
	const row = rows[steps[key] ?? -1];
	if (!row) return;
	event.preventDefault();
	row.focus();
}
