"use client";
import { useSyncExternalStore } from "react";

/** Whether a media query holds now. In the server, which does not know: no. */
export function useMedia(query: string): boolean {
	return useSyncExternalStore(
		(listener) => {
			const media = matchMedia(query);
			media.addEventListener("change", listener);
			return () => media.removeEventListener("change", listener);
		},
		() => matchMedia(query).matches,
		() => false,
	);
}

export const useWide = () => useMedia("(min-width: 768px)");
export const useCoarse = () => useMedia("(pointer: coarse)");
