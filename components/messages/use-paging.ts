"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ListRange } from "react-virtuoso";
import type { ShownHistory } from "@/lib/client/cache";
import { loadMore } from "@/lib/client/rooms";

/** A list that was just drawn is still finding its place, and loses it when rows are put before it. */
const SETTLED_AFTER_MS = 250;

/**
 * Asks for older and newer messages when what is drawn comes to an edge of what is held.
 * @param first the list's index of the first row
 * @returns to be told of what is drawn
 */
export function usePaging(roomId: string, { run }: ShownHistory, first: number, count: number) {
	const drawn = useRef<ListRange>(undefined);
	const [settledRun, setSettledRun] = useState<number>();
	const isSettled = settledRun === run;

	function look(range: ListRange | undefined) {
		drawn.current = range;
		if (!isSettled || !range) return;
		// What fails is asked for again by the next scrolling.
		if (range.startIndex <= first) void loadMore(roomId, "before").catch(() => {});
		if (range.endIndex >= first + count - 1) void loadMore(roomId, "after").catch(() => {});
	}

	const lookAgain = useEffectEvent(() => look(drawn.current));
	useEffect(() => {
		const timer = setTimeout(() => setSettledRun(run), SETTLED_AFTER_MS);
		return () => clearTimeout(timer);
	}, [run]);
	useEffect(() => {
		if (isSettled) lookAgain();
	}, [isSettled]);

	return look;
}
