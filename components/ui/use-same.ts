"use client";
import { useLayoutEffect, useRef, useState } from "react";

/** A function that stays the same and does what the newest one does, so that what is given it is not drawn again for it. */
export function useSame<Args extends unknown[], Answer>(act: (...given: Args) => Answer): (...given: Args) => Answer {
	const latest = useRef(act);
	useLayoutEffect(() => {
		latest.current = act;
	});
	const [same] = useState(() => {
		return (...given: Args) => latest.current(...given);
	});
	return same;
}
