"use client";
import { countOfAll } from "@/lib/client/room-order";
import { useRooms, useServerInfo, useUnreadThreads } from "@/lib/client/session";

/** With the number of what is meant for me, so that it is seen on the tab, whatever page is open. */
export function PageTitle({ title }: { title?: string }) {
	const { name } = useServerInfo();
	const count = countOfAll(useRooms(), useUnreadThreads());
	return <title>{`${count > 0 ? `(${count}) ` : ""}${title ? `${title} · ` : ""}${name}`}</title>;
}
