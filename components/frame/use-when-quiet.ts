"use client";
import { useEffect, useEffectEvent } from "react";

/** Then the page is there, and what is not needed to show it can be fetched. */
const QUIET_AFTER_MS = 3_000;

/** Calls `run` once, a while after the page is there. */
export function useWhenQuiet(isThere: boolean, run: () => void): void {
	const onQuiet = useEffectEvent(run);
	useEffect(() => {
		if (!isThere) return;
		const timer = setTimeout(() => onQuiet(), QUIET_AFTER_MS);
		return () => clearTimeout(timer);
	}, [isThere]);
}
