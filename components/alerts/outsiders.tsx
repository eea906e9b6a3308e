"use client";
import { useEffect, useEffectEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { roomPath } from "@/components/frame/navigation";
import { toast } from "@/components/ui/toast";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { addMembers } from "@/lib/client/api";
import { heldRoom } from "@/lib/client/cache";
import { type OutsidersOf, onOutsiders } from "@/lib/client/outsiders";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";

/** Of those whom my message named some are not in the room: says so where it was written, and offers to add them. */
export function Outsiders() {
	const t = useTranslations("frame");
	const language = useLocale();
	const me = useMe();
	const sentenceOf = useSentenceOf();

	const hear = useEffectEvent(({ roomId, users }: OutsidersOf) => {
		const room = heldRoom(roomId);
		const isHere = document.visibilityState === "visible" && window.location.pathname.startsWith(roomPath(roomId));
		if (!room || !isHere) return;
		const words = {
			count: users.length,
			names: new Intl.ListFormat(language).format(users.map(({ name }) => name)),
			// A bare # would be the number, within a plural.
			room: `#${room.displayName}`,
		};
		async function add() {
			try {
				await addMembers(
					roomId,
					users.map(({ id }) => id),
				);
				toast({ text: t("outsiders.added", words) });
			} catch (error) {
				toast({ text: sentenceOf(error), tone: "danger" });
			}
		}
		toast({
			text: t("outsiders.text", words),
			...(mayInRoom(me, room, "manage-members") && {
				action: { label: t("outsiders.add", words), run: () => void add() },
			}),
		});
	});
	useEffect(() => onOutsiders((outsiders) => hear(outsiders)), []);
	return null;
}
