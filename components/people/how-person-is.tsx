"use client";
import { useTranslations } from "use-intl";
import { usePresence } from "@/lib/client/presence";
import type { User } from "@/lib/shared/schemas/user";

/** One line: here or not, and what they say of it themselves. */
export function HowPersonIs({ person: { id, status } }: { person: User }) {
	const t = useTranslations("people");
	const state = usePresence(id) ?? status.state;
	const words = [status.emoji, status.text].filter(Boolean).join(" ");
	return (
		<>
			{t(`state.${state}`)}
			{words && (
				<>
					{" "}
					· <bdi>{words}</bdi>
				</>
			)}
		</>
	);
}
