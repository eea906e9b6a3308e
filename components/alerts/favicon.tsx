"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { countOfAll } from "@/lib/client/room-order";
import { useRooms, useUnreadThreads } from "@/lib/client/session";

const SIZE = 64;
const RADIUS = 21;
/** More would not be legible. */
const MOST = 9;

/** As the server gave it: asked for once. */
let plain: Promise<HTMLImageElement | undefined> | undefined;

/** The icon of the tab, with the number of what is meant for me: as in the title, which a narrow tab cuts off. */
export function Favicon() {
	// Another page brings its own links.
	return <Badge key={usePathname()} />;
}

function Badge() {
	const count = countOfAll(useRooms(), useUnreadThreads());
	useEffect(() => {
		// It stays where one goes from room to room.
		if (icons().every((link) => (link.dataset.count ?? "0") === String(count))) return;
		let isLatest = true;
		void iconWith(count).then((icon) => isLatest && setIcons(icon, count));
		return () => {
			isLatest = false;
		};
	}, [count]);
	return null;
}

const icons = () => [...document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')];

/** @param icon undefined: as the server gave it */
function setIcons(icon: string | undefined, count: number): void {
	for (const link of icons()) {
		link.dataset.plain ??= link.href;
		link.dataset.count = String(count);
		const href = icon ?? link.dataset.plain;
		if (link.href === href) continue;
		link.type = icon ? "image/png" : "image/svg+xml";
		link.href = href;
	}
}

async function iconWith(count: number): Promise<string | undefined> {
	const [link] = icons();
	const canvas = document.createElement("canvas");
	const context = canvas.getContext("2d");
	if (count === 0 || !link || !context) return undefined;
	canvas.width = SIZE;
	canvas.height = SIZE;
	plain ??= pictureAt(link.dataset.plain ?? link.href);
	const picture = await plain;
	// Without it the number alone says enough.
	if (picture) context.drawImage(picture, 0, 0, SIZE, SIZE);
	else plain = undefined;
	drawBadge(context, count > MOST ? `${MOST}+` : String(count));
	return canvas.toDataURL("image/png");
}

function pictureAt(href: string): Promise<HTMLImageElement | undefined> {
	const picture = new Image(SIZE, SIZE);
	picture.src = href;
	return picture.decode().then(
		() => picture,
		() => undefined,
	);
}

function drawBadge(context: CanvasRenderingContext2D, words: string): void {
	const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name);
	const centre = SIZE - RADIUS;
	context.fillStyle = token("--signal");
	context.beginPath();
	context.arc(centre, centre, RADIUS, 0, 2 * Math.PI);
	context.fill();
	context.fillStyle = token("--on-signal");
	context.font = `700 ${words.length > 1 ? 26 : 34}px system-ui, sans-serif`;
	context.textAlign = "center";
	context.textBaseline = "middle";
	context.fillText(words, centre, centre + 2);
}
