"use client";
import { usePathname, useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

/**
 * The start and all rooms are one page that shows what the address says. Going between them only changes the address: nothing
 * is asked of the server, so it is instant and works while the connection is lost.
 */
const isConversation = (path: string) => path === "/" || path.startsWith("/rooms/");

export const PERSON_PANEL = "person-";

export function useRoomId(): string | undefined {
	const [, area, id] = usePathname().split("/");
	return area === "rooms" && id ? decodeURIComponent(id) : undefined;
}

export const roomPath = (id: string) => `/rooms/${encodeURIComponent(id)}`;

/** Does not follow the address: what only leads somewhere is not drawn again when one goes elsewhere. */
export function useGo(): (href: string) => void {
	const router = useRouter();
	return (href) => {
		const here = window.location.pathname;
		if (isConversation(here) && isConversation(href)) pushPlace(href, { from: here });
		else router.push(href);
	};
}

/** Up from a room to the rooms: back where one came from there, so that the browser's own way back does not lead into the room again. */
export function useGoUp(): () => void {
	const go = useGo();
	return () => {
		if (placeState().from === "/") window.history.go(-1 - placeState().panels);
		else go("/");
	};
}

/** A link to a room or to the start. */
export function PlaceLink({ href, onClick, ...rest }: Omit<ComponentProps<"a">, "href"> & { href: string }) {
	const go = useGo();
	return (
		<a
			href={href}
			onClick={(event) => {
				onClick?.(event);
				if (event.defaultPrevented || opensElsewhere(event)) return;
				event.preventDefault();
				go(href);
			}}
			{...rest}
		/>
	);
}

/** Opens a panel beside the room, or closes it; the address keeps it, and the browser's way back closes it. */
export function setPanel(panel: string | null): void {
	const { panels, ...state } = placeState();
	if (panel === null && panels > 0) return window.history.go(-panels);
	const url = new URL(window.location.href);
	if (panel === null) {
		url.searchParams.delete("panel");
		window.history.replaceState(state, "", url);
	} else if (url.searchParams.get("panel") !== panel) {
		url.searchParams.set("panel", panel);
		pushPlace(url, { ...state, panels: panels + 1 });
	}
}

/** The profile of somebody, in the panel. */
export function openPerson(userId: string): void {
	setPanel(`${PERSON_PANEL}${userId}`);
}

type PlaceState = { from?: string | undefined; panels: number };

/** What an entry of the browser's history remembers: where one came from, and how many panels were opened on the way. */
function placeState(): PlaceState {
	const { from, panels }: { from?: unknown; panels?: unknown } = window.history.state ?? {};
	return { from: typeof from === "string" ? from : undefined, panels: typeof panels === "number" ? panels : 0 };
}

function pushPlace(href: string | URL, state: Partial<PlaceState>): void {
	window.history.pushState(state, "", href);
}

function opensElsewhere(event: MouseEvent<HTMLAnchorElement>): boolean {
	const { target } = event.currentTarget;
	return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || target === "_blank";
}
