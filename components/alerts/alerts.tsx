"use client";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { messagePath, useGo } from "@/components/frame/navigation";
import { saidIn } from "@/components/messages/said-in";
import { toast } from "@/components/ui/toast";
import { type AlertPage, askForAlerts, startAlerts } from "@/lib/client/alerts";
import { heldRoom } from "@/lib/client/cache";
import type { Message } from "@/lib/shared/schemas/message";
import { isSeen } from "./is-seen";
import { wasOffered } from "./offered";

/** Of a long text: systems show two or three lines. */
const LONGEST = 300;

/** Alerts of the desktop: what they say, where they lead, and the offer to turn them on with the first one that could not be shown. */
export function Alerts() {
	const t = useTranslations("frame");
	const go = useGo();

	const titleOf = ({ author: { name }, roomId, threadId }: Message) => {
		const room = heldRoom(roomId);
		if (!room || room.kind === "direct") return name;
		return t(threadId ? "alert.inThread" : "alert.inRoom", { name, room: room.displayName });
	};

	/** Once in this browser, where somebody sees it. */
	function offer({ author: { name } }: Message): void {
		if (document.visibilityState !== "visible" || wasOffered()) return;
		toast({
			text: t("alert.offer", { name }),
			action: { label: t("alert.allow"), run: () => void askForAlerts() },
		});
	}

	const page: AlertPage = {
		sees: isSeen,
		wordsOf: (message) => ({
			title: titleOf(message),
			body: saidIn({ ...message, text: message.text.slice(0, LONGEST * 4) }).slice(0, LONGEST),
		}),
		open: (message) => go(messagePath(message)),
		notAsked: offer,
	};
	const latest = useEffectEvent(() => page);
	useEffect(
		() =>
			startAlerts({
				sees: (message) => latest().sees(message),
				wordsOf: (message) => latest().wordsOf(message),
				open: (message) => latest().open(message),
				notAsked: (message) => latest().notAsked(message),
			}),
		[],
	);
	return null;
}
