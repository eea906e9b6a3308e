import type { ReactNode } from "react";
import { classNames } from "./class-names";

const tones = {
	plain: "bg-chip text-muted",
	accent: "bg-accent-soft text-on-accent-soft",
	warning: "bg-warning-soft text-warning-text",
};

export function Tag({ tone = "plain", children }: { tone?: keyof typeof tones; children: ReactNode }) {
	return (
		<span
			className={classNames(
				"inline-flex h-5.5 shrink-0 items-center gap-1.5 rounded-sm px-2 text-xs font-medium whitespace-nowrap",
				tones[tone],
			)}
		>
			{children}
		</span>
	);
}
