"use client";
import { SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { UsedSign, useUsedEmoji } from "@/components/emoji/used-emoji";
import { classNames } from "@/components/ui/class-names";
import { Sheet } from "@/components/ui/sheet";
import type { Message } from "@/lib/shared/schemas/message";
import { actionsFor, type Rights, type RunAction } from "./row-actions";

type Props = Rights & { message: Message; run: RunAction; onClose: () => void };

const EMOJI_SHOWN = 5;
const ROUND = "grid size-12 place-items-center rounded-full bg-chip active:bg-raised-hover";

/** What the hover bar offers, for fingers. */
export function MessageSheet({ message, run, onClose, ...rights }: Props) {
	const t = useTranslations("messages");
	const used = useUsedEmoji(EMOJI_SHOWN);
	return (
		<Sheet label={t("actions.title")} onClose={onClose}>
			{(close) => (
				<>
					{rights.mayReact && (
						<div className="flex justify-between px-4 pt-1 pb-3">
							{used.map((each) => (
								<button
									key={each.emoji}
									type="button"
									aria-label={t("reactions.with", { emoji: each.emoji })}
									onClick={() => close(() => run("toggle", message, { emoji: each.emoji }))}
									className={`${ROUND} text-2xl leading-none`}
								>
									<UsedSign used={each} />
								</button>
							))}
							<button
								type="button"
								aria-label={t("reactions.add")}
								onClick={() => close(() => run("react", message))}
								className={`${ROUND} text-muted`}
							>
								<SmilePlus size={20} strokeWidth={1.75} aria-hidden />
							</button>
						</div>
					)}
					{actionsFor(message, rights).map(({ name, icon: Icon, word, danger, mirrored }) => (
						<button
							key={name}
							type="button"
							onClick={() => close(() => run(name, message))}
							className={classNames(
								"flex min-h-12 w-full items-center gap-4 rounded-sm px-5 text-start active:bg-raised-hover focus-visible:-outline-offset-2",
								danger && "text-danger-text",
							)}
						>
							<Icon
								size={20}
								strokeWidth={1.75}
								aria-hidden
								className={classNames(!danger && "text-muted", mirrored && "rtl:-scale-x-100")}
							/>
							{t(`actions.${word}`)}
						</button>
					))}
				</>
			)}
		</Sheet>
	);
}
