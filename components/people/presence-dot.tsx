"use client";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { usePresence } from "@/lib/client/presence";
import type { ShownState } from "@/lib/shared/states";

/** A shape as well as a colour: full, ring, bar, thin ring. */
const looks: Record<ShownState, string> = {
	online: "bg-online",
	away: "bg-(--ground,var(--surface)) border-[2.5px] border-away",
	busy: "bg-busy after:absolute after:inset-x-0.5 after:top-1/2 after:h-[1.5px] after:-translate-y-1/2 after:rounded-full after:bg-(--ground,var(--surface))",
	offline: "bg-(--ground,var(--surface)) border-2 border-offline",
};

/**
 * At the corner of a face: what the server says now, and until then what it said with the person. That somebody is offline is not
 * drawn from old words: of oneself they are from before the page was connected.
 */
export function PresenceDot({ userId, said, size }: { userId: string; said: ShownState | undefined; size: number }) {
	const state = usePresence(userId) ?? (said === "offline" ? undefined : said);
	const t = useTranslations("people");
	if (!state) return null;
	return (
		<span
			data-presence={state}
			title={t(`state.${state}`)}
			style={{ width: size, height: size }}
			className={classNames(
				"absolute -end-0.5 -bottom-0.5 rounded-full shadow-[0_0_0_2px_var(--ground,var(--surface))]",
				looks[state],
			)}
		/>
	);
}
