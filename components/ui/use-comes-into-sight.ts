"use client";
import { type RefCallback, useCallback, useEffectEvent } from "react";

/** Soon enough that a list which grows at its end seems to have been there. */
const BEFORE = "400px";

/** For the end of a list that is loaded piece by piece: called whenever it comes near the screen. */
export function useComesIntoSight(onSight: () => void): RefCallback<HTMLElement> {
	const come = useEffectEvent(onSight);
	return useCallback((element: HTMLElement | null) => {
		if (!element) return;
		const watcher = new IntersectionObserver(
			(entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(),
			{
				rootMargin: BEFORE,
			},
		);
		watcher.observe(element);
		return () => watcher.disconnect();
	}, []);
}
