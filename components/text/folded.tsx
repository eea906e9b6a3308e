"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useReducer, useRef } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";

/** What is longer folds to about half of it, or unfolding would show little. */
const LONGEST_LINES = 22;
const KEPT = 200;
/** The rows of a list come and go; what was unfolded stays so. */
const unfolded = new Set<string>();

type Props = {
	/** What is told apart by it is folded apart. */
	name: string;
	lines: number;
	longest?: number;
	/** In a box that has no space of its own at its edges. */
	inset?: boolean;
	children: ReactNode;
};

/** A long text, of which the beginning is shown until one asks for all of it. Whatever looks or goes inside unfolds it. */
export function Folded({ name, lines, longest = LONGEST_LINES, inset = false, children }: Props) {
	const t = useTranslations("messages");
	const id = useId();
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const box = useRef<HTMLDivElement>(null);
	if (lines <= longest) return children;
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
				className={classNames(
					"mt-1 flex items-center gap-1 rounded-xs text-sm font-semibold text-link underline-offset-3 hover:underline pointer-coarse:min-h-11",
					inset && "mx-3.5 mb-2",
				)}
			>
				{open ? t("text.showLess") : t("text.showAll", { count: Math.round(lines) })}
				<ChevronDown size={14} strokeWidth={2} aria-hidden className={classNames(open && "rotate-180")} />
			</button>
		</div>
	);
}
