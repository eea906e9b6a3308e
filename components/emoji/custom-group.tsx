"use client";
import { useTranslations } from "use-intl";
import type { CustomEmoji } from "@/lib/shared/schemas/emoji";
import { CustomPicture } from "./emoji-sign";

type Props = { emoji: CustomEmoji[]; columns: number; onPick: (emoji: string) => void };

/** The server's own emoji, above everybody's. */
export function CustomGroup({ emoji, columns, onPick }: Props) {
	const t = useTranslations("emoji");
	return (
		<fieldset className="overflow-hidden px-2">
			<legend className="px-1 pt-1 pb-0.5 text-xs font-semibold text-muted">{t("custom")}</legend>
			<div
				className="grid max-h-27 overflow-y-auto overscroll-contain [scrollbar-gutter:stable] pointer-coarse:max-h-22"
				style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
			>
				{emoji.map((each) => (
					<button
						key={each.name}
						type="button"
						aria-label={`:${each.name}:`}
						onClick={() => onPick(`:${each.name}:`)}
						className="grid h-9 place-items-center rounded-sm text-lg leading-none hover:bg-raised-hover focus-visible:-outline-offset-2 pointer-coarse:h-11"
					>
						<CustomPicture emoji={each} />
					</button>
				))}
			</div>
		</fieldset>
	);
}
