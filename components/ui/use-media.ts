"use client";
import { useSyncExternalStore } from "react";

/** Whether a media query holds now. In the server, which does not know: no. */
export function useMedia(query: string): boolean {
	const { subscribe, holds } = mediaOf(query);
	return useSyncExternalStore(subscribe, holds, () => false);
}

export const useWide = () => useMedia("(min-width: 768px)");
export const useCoarse = () => useMedia("(pointer: coarse)");

type Media = { subscribe: (listener: () => void) => () => void; holds: () => boolean };

const asked = new Map<string, Media>();

/** One for each query: to ask the browser anew in each rendering is what a long list of rows would feel. */
function mediaOf(query: string): Media {
	const known = asked.get(query);
	if (known) return known;
	let list: MediaQueryList | undefined;
	const listOf = () => {
		list ??= matchMedia(query);
		return list;
	};
	const media: Media = {
		subscribe(listener) {
			listOf().addEventListener("change", listener);
			return () => listOf().removeEventListener("change", listener);
		},
		holds: () => listOf().matches,
	};
	asked.set(query, media);
	return media;
}
