import type { KeyboardEvent } from "react";
import { type Edit, makeLink, toggleCode, toggleMark, type Written } from "./format";

/** What a key with Ctrl or ⌘ does to the text; undefined when it is not for the text. */
export function shortcutOf(event: KeyboardEvent, written: Written): Edit | undefined {
	if (!isWithCommand(event) || event.altKey) return undefined;
	const key = event.key.toLowerCase();
	if (event.shiftKey) return key === "x" ? toggleMark(written, "~~") : undefined;
	switch (key) {
		case "b":
			return toggleMark(written, "**");
		case "i":
			return toggleMark(written, "_");
		case "e":
			return toggleCode(written);
		case "k":
			// With nothing selected it is the page's: it opens the switcher.
			return written.start === written.end ? undefined : makeLink(written);
		default:
			return undefined;
	}
}

/** ⌘ on Apple's, where Ctrl moves the caret; Ctrl elsewhere. */
export function isWithCommand(event: Pick<KeyboardEvent, "ctrlKey" | "metaKey">): boolean {
	return isApple() ? event.metaKey : event.ctrlKey && !event.metaKey;
}

export function isApple(): boolean {
	return typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.userAgent);
}
