"use client";
import { useSyncExternalStore } from "react";

/** Whether the person looks at this window: it is shown and has the focus. */
export function useLooking(): boolean {
	return useSyncExternalStore(subscribe, isLooking, () => false);
}

function isLooking(): boolean {
	return document.visibilityState === "visible" && document.hasFocus();
}

function subscribe(listener: () => void): () => void {
	addEventListener("focus", listener);
	addEventListener("blur", listener);
	document.addEventListener("visibilitychange", listener);
	return () => {
		removeEventListener("focus", listener);
		removeEventListener("blur", listener);
		document.removeEventListener("visibilitychange", listener);
	};
}
