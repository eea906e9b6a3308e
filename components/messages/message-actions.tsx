"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useKeysText } from "@/components/ui/keys";
import type { MenuItem } from "@/components/ui/menu";
import type { Message } from "@/lib/shared/schemas/message";
import { actionsFor, type Rights, type RunAction } from "./row-actions";

export type MessageActionsProps = Rights & { message: Message; run: RunAction };
type Props = MessageActionsProps & { children: (items: MenuItem[]) => ReactNode };

/** What can be done with a message. */
export function MessageActions({ message, run, children, ...rights }: Props) {
	const t = useTranslations("messages");
	const keysText = useKeysText();
	const items = actionsFor(message, rights).map(({ name, icon, word, keys, danger, mirrored }) => ({
		label: t(`actions.${word}`),
		icon,
		...(keys && { keys: keysText(keys) }),
		...(mirrored && { mirrored }),
		...(danger && { danger, apart: true }),
		onSelect: () => run(name, message),
	}));
	return children(items);
}
