import { useEffect, useReducer } from "react";
import { usePreferences } from "./session.ts";

/** Browsers count no further. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Until when I want no alerts; null when I do. Draws again when that time is over. */
export function useDoNotDisturb(): string | null {
	const { doNotDisturbUntil: until } = usePreferences();
	const [, drawAgain] = useReducer((times: number) => times + 1, 0);
	useEffect(() => {
		const left = until === null ? 0 : Date.parse(until) - Date.now();
		if (left <= 0) return;
		const timer = setTimeout(drawAgain, Math.min(LONGEST_TIMER_MS, left));
		return () => clearTimeout(timer);
	}, [until]);
	return until !== null && Date.parse(until) > Date.now() ? until : null;
}
