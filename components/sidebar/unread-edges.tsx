"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { isUnread } from "@/lib/client/room-order";
import { useRooms } from "@/lib/client/session";

const none = { above: [] as string[], below: [] as string[] };

/** At the edges of a long list: how many unread rooms are out of sight there, and the way to the nearest. */
export function UnreadEdges({ list }: { list: RefObject<HTMLElement | null> }) {
	const t = useTranslations("sidebar");
	const unread = useRooms()
		.filter(isUnread)
		.map((room) => room.id)
		.join(" ");
	const [{ above, below }, setHidden] = useState(none);

	useEffect(() => {
		const root = list.current;
		if (!root || unread === "") return setHidden(none);
		const sides = new Map<string, keyof typeof none>();
		const watcher = new IntersectionObserver(
			(entries) => {
				for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
					const id = (target instanceof HTMLElement && target.dataset.room) || "";
					sides.delete(id);
					if (!isIntersecting) sides.set(id, boundingClientRect.top < (rootBounds?.top ?? 0) ? "above" : "below");
				}
				const at = (side: keyof typeof none) => [...sides].filter(([, is]) => is === side).map(([id]) => id);
				setHidden({ above: at("above"), below: at("below") });
			},
			{ root },
		);
		for (const row of root.querySelectorAll("[data-unread]")) watcher.observe(row);
		return () => watcher.disconnect();
	}, [list, unread]);

	function jump(ids: string[], side: "above" | "below") {
		const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-unread]") ?? [])];
		const hidden = rows.filter((row) => ids.includes(row.dataset.room ?? ""));
		const row = side === "above" ? hidden.at(-1) : hidden[0];
		row?.scrollIntoView({ block: "center" });
		row?.focus({ preventScroll: true });
	}

	const chip =
		"absolute inset-x-0 z-(--z-bar) mx-auto flex h-7 w-fit items-center gap-1.5 rounded-full bg-raised ps-2 pe-3 text-xs font-medium text-text shadow-menu hover:bg-raised-hover pointer-coarse:h-11 pointer-coarse:px-4";
	return (
		<>
			{above.length > 0 && (
				<button
					type="button"
					aria-label={t("edge.above", { count: above.length })}
					onClick={() => jump(above, "above")}
					className={`${chip} top-1.5`}
				>
					<ArrowUp size={14} aria-hidden className="text-signal-text" />
					{t("edge.text", { count: above.length })}
				</button>
			)}
			{below.length > 0 && (
				<button
					type="button"
					aria-label={t("edge.below", { count: below.length })}
					onClick={() => jump(below, "below")}
					className={`${chip} bottom-2`}
				>
					<ArrowDown size={14} aria-hidden className="text-signal-text" />
					{t("edge.text", { count: below.length })}
				</button>
			)}
		</>
	);
}
