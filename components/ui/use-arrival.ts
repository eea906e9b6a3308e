"use client";
import { type RefObject, useEffect, useRef } from "react";

/** For a page that came in the place of another: what had the focus is gone, and the page has it, unless something in it took it. */
export function useArrival<Element extends HTMLElement>(): RefObject<Element | null> {
	const page = useRef<Element>(null);
	useEffect(() => {
		if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
	}, []);
	return page;
}
