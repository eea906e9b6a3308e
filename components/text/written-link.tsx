"use client";
import type { ReactNode } from "react";
import { PlaceLink } from "@/components/frame/navigation";

const look = "rounded-xs text-link underline-offset-3 hover:underline";

/** A link that somebody wrote. One to a room of ours opens in the page. */
export function WrittenLink({ href, children }: { href: string; children: ReactNode }) {
	const place = placeOf(href);
	if (place) {
		return (
			<PlaceLink href={place} className={look}>
				{children}
			</PlaceLink>
		);
	}
	return (
		<a href={href} target="_blank" rel="noopener noreferrer" className={look}>
			<bdi>{children}</bdi>
		</a>
	);
}

function placeOf(href: string): string | undefined {
	const { origin, pathname, search, hash } = new URL(href, location.origin);
	return origin === location.origin && pathname.startsWith("/rooms/") ? pathname + search + hash : undefined;
}
