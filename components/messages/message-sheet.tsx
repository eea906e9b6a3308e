"use client";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { Sheet } from "@/components/ui/sheet";
import type { Message } from "@/lib/shared/schemas/message";
import { actionsFor } from "./hover-bar";
import type { Rights, RunAction } from "./row-actions";

type Props = Rights & { message: Message; run: RunAction; onClose: () => void };

/** What the hover bar offers, for fingers. */
export function MessageSheet({ message, run, onClose, ...rights }: Props) {
	const t = useTranslations("messages");
	return (
		<Sheet label={t("actions.title")} onClose={onClose}>
			{(close) =>
				actionsFor(rights).map(([name, Icon, word]) => (
					<button
						key={name}
						type="button"
						onClick={() => close(() => run(name, message))}
						className={classNames(
							"flex min-h-12 w-full items-center gap-4 rounded-sm px-5 text-start active:bg-raised-hover focus-visible:-outline-offset-2",
							name === "remove" && "text-danger-text",
						)}
					>
						<Icon size={20} strokeWidth={1.75} aria-hidden className={classNames(name !== "remove" && "text-muted")} />
						{t(`actions.${word}`)}
					</button>
				))
			}
		</Sheet>
	);
}
