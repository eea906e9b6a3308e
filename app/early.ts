import { EARLY } from "@/lib/shared/early";

/**
 * Asks for what the page will draw while its scripts are still on their way: with a slow line or a slow processor that is half of the
 * waiting. `lib/client/request.ts` takes the answers; addresses are those that `lib/client/api.ts` asks for.
 */
export const earlyScript = `(() => {
	const early = (window.${EARLY} = {});
	const ask = (path) => {
		early[path] = fetch(path, { cache: "no-store" }).catch(() => undefined);
	};
	ask("/api/bootstrap");
	const room = location.pathname.match(/^\\/rooms\\/([^/]+)$/);
	if (room && !location.search) ask("/api/rooms/" + room[1] + "/messages?limit=50");
})()`;
