import type { KeyboardEvent } from "react";

/** ↑ and ↓ go from message to message while one of them has the focus. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
	if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
	if (!(event.target instanceof HTMLElement) || !event.target.matches("[data-message]")) return;
	const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-message]")];
	const next = all[all.indexOf(event.target) + (event.key === "ArrowUp" ? -1 : 1)];
	event.preventDefault();
	next?.focus();
	next?.scrollIntoView({ block: "nearest" });
}
