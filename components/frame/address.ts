"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useLayoutEffect } from "react";
import { createStore, useStore } from "@/lib/client/store";

/**
 * Next tells an address that was pushed in a transition: drawn in pieces, after everything else that happens. So where one goes is told
 * by ourselves first, and drawn at once; when Next has come there too, its own word counts again.
 */
const ahead = createStore<URL | undefined>(undefined);

/** Of where one is, or goes. */
export function usePath(): string {
	const path = usePathname();
	return useStore(ahead, (url) => url?.pathname) ?? path;
}

/** What the address says after its `?` by this name, if anything. */
export function useParam(name: string): string | undefined {
	const params = useSearchParams();
	const next = useStore(ahead, (url) => (url ? url.searchParams.get(name) : undefined));
	return (next === undefined ? params.get(name) : next) ?? undefined;
}

/** Once in the page: notices that Next has come to where one went, or that the browser's ways lead elsewhere. */
export function useArrivals(): void {
	const path = usePathname();
	const query = useSearchParams().toString();
	useLayoutEffect(() => {
		const url = ahead.get();
		const isThere = url?.pathname === path && url.searchParams.toString() === query;
		if (isThere || url?.href !== window.location.href) ahead.set(() => undefined);
	}, [path, query]);
	useEffect(() => {
		const elsewhere = () => ahead.set(() => undefined);
		addEventListener("popstate", elsewhere);
		return () => removeEventListener("popstate", elsewhere);
	}, []);
}

/** @param state what this entry of the browser's history remembers; with Next's own in it, Next would not look at the address */
export function pushAddress(href: string | URL, state: object): void {
	window.history.pushState(state, "", href);
	ahead.set(() => new URL(window.location.href));
}

/** Another address for where one is, which the way back does not notice. */
export function replaceAddress(href: string | URL, state: object): void {
	window.history.replaceState(state, "", href);
	ahead.set(() => new URL(window.location.href));
}
