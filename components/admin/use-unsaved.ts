"use client";
import { useEffect } from "react";

/** The browser asks before the page is left while something is not saved. */
export function useUnsaved(unsaved: boolean): void {
	useEffect(() => {
		if (!unsaved) return;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		addEventListener("beforeunload", ask);
		return () => removeEventListener("beforeunload", ask);
	}, [unsaved]);
}
