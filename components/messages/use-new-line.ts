"use client";
import { useState } from "react";
import { useLooking } from "@/components/ui/use-looking";
import type { HowFar } from "./use-how-far";

/**
 * The number after which messages are new to who looks at them; null when nothing is. It stays while he reads, so that the
 * line does not run away from under his eyes, and is drawn anew for what comes after he has seen everything.
 * @param seen the newest message is on the screen and somebody looks at it
 */
export function useNewLine(howFar: Pick<HowFar, "unread" | "lastRead">, seen: boolean): number | null {
	const looking = useLooking();
	const { lastRead } = howFar;
	const unread = howFar.unread > 0;
	const [newAfter, setNewAfter] = useState(unread ? lastRead : null);
	const [wasUnread, setWasUnread] = useState(unread);
	const [wasRead, setWasRead] = useState(lastRead);
	const [wasLooking, setWasLooking] = useState(looking);

	if (wasUnread !== unread) {
		setWasUnread(unread);
		if (unread && !seen) setNewAfter(lastRead);
	}
	if (wasRead !== lastRead) {
		setWasRead(lastRead);
		// Marked unread again: there, though everything was seen.
		if (wasRead !== null && lastRead !== null && lastRead < wasRead) setNewAfter(lastRead);
	}
	if (wasLooking !== looking) {
		setWasLooking(looking);
		if (!looking && !unread) setNewAfter(null);
	}
	return newAfter;
}
