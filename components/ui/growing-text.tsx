"use client";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type Props = Omit<ComponentProps<"textarea">, "onChange" | "value"> & {
	label: string;
	value: string;
	onChange: (value: string) => void;
	/**
	 * How the text looks: drawn where the field's own letters would stand, line for line. It may change colours and draw on, but
	 * never the width of a letter, or the caret would stand elsewhere.
	 */
	look?: ReactNode;
	/** Of the text: both layers have it. */
	className?: string;
};

/** Whatever would make the two layers break their lines at different places. */
const SAME_LINES =
	"col-start-1 row-start-1 m-0 min-w-0 border-0 font-normal tracking-normal whitespace-pre-wrap wrap-anywhere text-start [font-kerning:none] [font-variant-ligatures:none] [tab-size:4] [text-rendering:auto] [text-wrap-style:auto] pointer-coarse:text-[16px]";

/** Old iPhones set the letters of a field three pixels aside: there the field shows its own text. */
const OWN_LETTERS = "supports-[-webkit-touch-callout:none]:text-text forced-colors:text-[CanvasText]";

/** A field that grows with its text to 40 % of the window, then scrolls. */
export function GrowingText({ label, value, onChange, look, className, ...rest }: Props) {
	return (
		<div className="grid max-h-[40dvh] grid-cols-[minmax(0,1fr)] overflow-y-auto overscroll-contain">
			<div
				aria-hidden
				dir="auto"
				className={classNames(
					SAME_LINES,
					"pointer-events-none forced-colors:invisible",
					look === undefined ? "invisible" : "supports-[-webkit-touch-callout:none]:invisible",
					className,
				)}
			>
				{/* The space gives the last line its height when it is empty. */}
				{look ?? <div className="[unicode-bidi:plaintext]">{`${value} `}</div>}
			</div>
			<textarea
				{...rest}
				rows={1}
				// Empty, it would be left to right in every language.
				dir={value === "" ? undefined : "auto"}
				aria-label={label}
				value={value}
				onChange={(event) => onChange(event.target.value)}
				className={classNames(
					SAME_LINES,
					"block resize-none overflow-hidden bg-transparent caret-text outline-none",
					look !== undefined && `text-transparent selection:bg-focus/30 selection:text-transparent ${OWN_LETTERS}`,
					className,
				)}
			/>
		</div>
	);
}
