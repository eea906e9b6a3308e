"use client";
import { classNames } from "@/components/ui/class-names";
import { usePresence } from "@/lib/client/presence";
import type { ShownState } from "@/lib/shared/schemas/user";

/** A shape as well as a colour: full, ring, bar, thin ring. */
const looks: Record<ShownState, string> = {
	online: "bg-online",
	away: "bg-(--ground,var(--surface)) ring-[2.5px] ring-inset ring-away",
	busy: "bg-busy after:absolute after:inset-x-0.5 after:top-1/2 after:h-[1.5px] after:-translate-y-1/2 after:rounded-full after:bg-(--ground,var(--surface))",
	offline: "bg-(--ground,var(--surface)) ring-[1.5px] ring-inset ring-offline",
};

export const stateWords: Record<ShownState, string> = {
	online: "online",
	away: "away",
	busy: "busy",
	offline: "offline",
};

/** Draws nothing until the server has said what the state is. */
export function PresenceDot({ userId, className }: { userId: string; className?: string }) {
	const state = usePresence(userId);
	if (!state) return null;
	return (
		<span
			data-presence={state}
			title={stateWords[state]}
			className={classNames(
				"size-2.5 rounded-full outline-2 outline-(--ground,var(--surface))",
				looks[state],
				className ?? "relative",
			)}
		/>
	);
}
