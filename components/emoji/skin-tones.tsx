"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { type Tone, tones } from "./used";

const hands: Record<Tone, string> = {
	none: "✋",
	light: "✋🏻",
	"medium-light": "✋🏼",
	medium: "✋🏽",
	"medium-dark": "✋🏾",
	dark: "✋🏿",
};

/** The tone that the next emoji have; pressing it shows all six. */
export function SkinTones({ tone, onChoose }: { tone: Tone; onChoose: (tone: Tone) => void }) {
	const t = useTranslations("emoji");
	const [open, setOpen] = useState(false);
	const shown = open ? tones : [tone];
	return (
		<fieldset className="flex shrink-0" aria-label={t("tone")}>
			{shown.map((each) => (
				<button
					key={each}
					type="button"
					title={t(`tones.${each}`)}
					aria-label={t(`tones.${each}`)}
					aria-expanded={open ? undefined : false}
					aria-pressed={open ? each === tone : undefined}
					onClick={() => {
						if (open) onChoose(each);
						setOpen(!open);
					}}
					className={classNames(
						"grid size-8 place-items-center rounded-sm text-lg leading-none hover:bg-raised-hover pointer-coarse:size-9",
						open && each === tone && "bg-selected",
					)}
				>
					{hands[each]}
				</button>
			))}
		</fieldset>
	);
}
