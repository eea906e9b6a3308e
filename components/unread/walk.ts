import type { KeyboardEvent } from "react";

/** ↑ and ↓, Home and End go through all that leads somewhere; what a message itself leads to does not. @returns whether the key meant that */
export function walk({ altKey, ctrlKey, metaKey, shiftKey, key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
	if (altKey || ctrlKey || metaKey || shiftKey) return false;
	const places = [...currentTarget.querySelectorAll<HTMLElement>("[data-section] a:not([inert] a)")];
	const at = places.findIndex((place) => place.matches(":focus"));
	const steps: Record<string, number> = {
		ArrowDown: at + 1,
		ArrowUp: Math.max(0, at - 1),
		Home: 0,
		End: places.length - 1,
	};
	const to = steps[key];
	if (to === undefined) return false;
	places[to]?.focus();
	places[to]?.scrollIntoView({ block: "nearest" });
	return true;
}
