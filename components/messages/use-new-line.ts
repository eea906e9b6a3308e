"use client";
import { useState } from "react";
import { useLooking } from "@/components/ui/use-looking";
import type { RoomView } from "@/lib/shared/schemas/room";

/**
 * The number after which messages are new to who looks at the room; null when nothing is. It stays while he reads on, so that
 * the line does not run away from under his eyes, and is drawn anew for what comes after he looked away.
 * @param seen the newest message is on the screen and somebody looks at it
 */
export function useNewLine({ membership }: RoomView, seen: boolean): number | null {
	const looking = useLooking();
	const [wasLooking, setWasLooking] = useState(looking);
	const unread = membership?.unread ?? 0;
	const [newAfter, setNewAfter] = useState(unread > 0 ? (membership?.lastReadSeq ?? null) : null);

	if (wasLooking !== looking) {
		setWasLooking(looking);
		if (!looking && unread === 0) setNewAfter(null);
	}
	if (newAfter === null && unread > 0 && !seen) setNewAfter(membership?.lastReadSeq ?? null);
	return newAfter;
}
