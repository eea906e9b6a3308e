"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useReducer, useRef } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";

/** Longer ones fold to about half of it, or unfolding would show little. */
const LONGEST_LINES = 22;
const KEPT = 200;
/** The rows of a list come and go; what was unfolded stays so. */
const unfolded = new Set<string>();

type Props = {
	/** What is told apart by it is folded apart. */
	name: string;
	lines: number;
	children: ReactNode;
};

/** A long text, of which the beginning is shown until one asks for all of it. Whatever looks or goes inside unfolds it. */
export function Folded({ name, lines, children }: Props) {
	const t = useTranslations("messages");
	const id = useId();
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const box = useRef<HTMLDivElement>(null);
	if (lines <= LONGEST_LINES) return children;
	const open = unfolded.has(name);

	function unfold(on: boolean) {
		unfolded.delete(name);
		if (on) unfolded.add(name);
		const [oldest] = unfolded;
		if (unfolded.size > KEPT && oldest !== undefined) unfolded.delete(oldest);
		redraw();
		if (!on) requestAnimationFrame(() => box.current?.scrollIntoView({ block: "nearest" }));
	}

	return (
		<div>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears of what happens inside */}
			<div
				ref={box}
				id={id}
				// The browser's search scrolls to what it found, even here.
				onScroll={(event) => {
					if (open || event.currentTarget.scrollTop === 0) return;
					event.currentTarget.scrollTop = 0;
					unfold(true);
				}}
				onFocus={() => !open && (box.current?.scrollTop ?? 0) > 0 && unfold(true)}
				className={classNames(!open && "max-h-60 overflow-hidden mask-b-from-[calc(100%-4rem)]")}
			>
				{children}
			</div>
			<button
				type="button"
				aria-expanded={open}
				aria-controls={id}
				onClick={() => unfold(!open)}
				className="mt-1 flex items-center gap-1 rounded-xs text-sm font-semibold text-link hover:underline underline-offset-3 pointer-coarse:min-h-11"
			>
				{open ? t("text.showLess") : t("text.showAll", { count: Math.round(lines) })}
				<ChevronDown size={14} strokeWidth={2} aria-hidden className={classNames(open && "rotate-180")} />
			</button>
		</div>
	);
}
