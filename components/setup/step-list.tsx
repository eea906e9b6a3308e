"use client";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { LanguageChoice } from "@/components/sign-in/language-choice";
import { classNames } from "@/components/ui/class-names";
import { Mark } from "@/components/ui/logo";
import { steps } from "./answers";

/** Where one is. What is done can be gone back to; what comes is reached by going on. */
export function StepList({ step, onGo }: { step: number; onGo: (step: number) => void }) {
	const t = useTranslations("setup");
	return (
		<aside className="flex w-80 shrink-0 flex-col border-e border-border bg-sunken p-5 max-md:w-full max-md:flex-row max-md:items-center max-md:justify-between max-md:py-2.5 max-md:pe-2.5 max-md:border-e-0 max-md:border-b">
			<div className="flex items-center gap-2.5 px-2.5 text-lg font-semibold max-md:px-0">
				<Mark size={28} />
				Parley
			</div>
			<nav aria-label={t("steps")} className="mt-8 flex-1 max-md:hidden">
				<ol className="grid gap-0.5 text-ui">
					{steps.map((id, index) => (
						<li key={id}>
							<button
								type="button"
								disabled={index > step}
								aria-current={index === step ? "step" : undefined}
								onClick={() => onGo(index)}
								className={classNames(
									"flex w-full items-center gap-3 rounded-sm px-2.5 py-1.75 text-start disabled:cursor-default",
									index === step ? "bg-selected font-semibold" : "text-muted",
									index < step && "hover:bg-row-hover",
								)}
							>
								<StepSign index={index} step={step} />
								{t(`short.${id}`)}
							</button>
						</li>
					))}
				</ol>
			</nav>
			<p className="mb-3 px-2.5 text-sm text-muted max-md:hidden">{t("later")}</p>
			<div>
				<LanguageChoice />
			</div>
		</aside>
	);
}

function StepSign({ index, step }: { index: number; step: number }) {
	const t = useTranslations("setup");
	const look =
		index < step
			? "bg-accent-soft text-on-accent-soft"
			: index === step
				? "bg-accent text-on-accent"
				: "text-muted ring-[1.5px] ring-inset ring-border-field";
	return (
		<span
			className={classNames(
				"grid size-5.5 shrink-0 place-items-center rounded-full text-xs font-semibold tabular-nums",
				look,
			)}
		>
			{index < step ? <Check size={14} aria-label={t("stepDone")} /> : index + 1}
		</span>
	);
}
