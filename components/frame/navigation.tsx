"use client";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import type { ComponentProps } from "react";

/**
 * The start and all rooms are one page that shows what the address says. Going between them only changes the address: nothing
 * is asked of the server, so it is instant and works while the connection is lost.
 */
const isConversation = (path: string) => path === "/" || path.startsWith("/rooms/");

export function useRoomId(): string | undefined {
	const [, area, id] = usePathname().split("/");
	return area === "rooms" && id ? decodeURIComponent(id) : undefined;
}

export const roomPath = (id: string) => `/rooms/${encodeURIComponent(id)}`;

export function useGo(): (href: string) => void {
	const router = useRouter();
	const path = usePathname();
	return (href) => {
		if (isConversation(path) && isConversation(href)) window.history.pushState(null, "", href);
		else router.push(href);
	};
}

/** A link to a room or to the start. */
export function PlaceLink({ href, ...rest }: Omit<ComponentProps<typeof Link>, "href"> & { href: string }) {
	const go = useGo();
	const path = usePathname();
	return (
		<Link
			href={href}
			prefetch={false}
			onNavigate={(event) => {
				if (!isConversation(path)) return;
				event.preventDefault();
				go(href);
			}}
			{...rest}
		/>
	);
}

/** Opens a panel beside the room, or closes it; the address keeps it. */
export function setPanel(panel: string | null): void {
	const url = new URL(window.location.href);
	if (panel === null) url.searchParams.delete("panel");
	else url.searchParams.set("panel", panel);
	window.history.pushState(null, "", url);
}

/** The profile of somebody, in the panel. */
export function openPerson(userId: string): void {
	setPanel(`${PERSON_PANEL}${userId}`);
}

export const PERSON_PANEL = "person-";
