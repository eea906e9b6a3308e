"use client";
import { memo, useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Look, linesOf, partsOf } from "./preview-parts";

/**
 * None of these changes the width of a letter: bold is a line around it, italic is the same letter leaning (Inter has no other),
 * code has its ground only.
 */
const looks: Record<Look, string> = {
	mark: "text-faint",
	bold: "[-webkit-text-stroke:0.035em_currentColor]",
	italic: "italic",
	strike: "line-through",
	code: "rounded-xs bg-(--code-inline) text-(--on-code) shadow-[0_0_0_2px_var(--code-inline)]",
	mention: "rounded-xs bg-(--mention) text-(--on-mention) shadow-[0_0_0_1px_var(--mention)]",
	link: "text-link",
};

/** A text as it is being written: the marks stay, pale, and what stands between them looks as it will. */
export function Preview({ text }: { text: string }) {
	const lines = useMemo(() => linesOf(text), [text]);
	return lines.map((line, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place
		<Line key={index} text={line.text} isCode={line.isCode} />
	));
}

/** By itself, so that a key draws only its own line again. */
const Line = memo(function Line({ text, isCode }: { text: string; isCode: boolean }) {
	if (text === "") return <div> </div>;
	return (
		<div className="text-text [unicode-bidi:plaintext]">
			{partsOf({ text, isCode }).map((part, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: likewise
				<span key={index} className={classNames(...part.looks.map((look) => looks[look]))}>
					{part.text}
				</span>
			))}
		</div>
	);
});
