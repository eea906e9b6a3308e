"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";
import { CandidateRow } from "./candidate-row";
import { placeOf } from "./caret-place";
import type { TriggerKind } from "./trigger";
import type { Candidate } from "./use-candidates";

type Props = {
	id: string;
	kind: TriggerKind;
	candidates: Candidate[];
	active: Candidate;
	field: RefObject<HTMLTextAreaElement | null>;
	/** Where in the text the name begins: the list stands over it. */
	from: number;
	onChoose: (candidate: Candidate) => void;
};

/** Of the place where somebody writes; with less above it the list stands below. */
const NEEDED_ABOVE_PX = 200;
const WIDTH_PX = 340;
/** What is before the names in a row, so that they stand over the name that is being written. */
const ASIDE_PX = 44;

export const optionId = (listId: string, candidate: Candidate) => `${listId}-${candidate.id}`;

export function CompletionList({ id, kind, candidates, active, field, from, onChoose }: Props) {
	const t = useTranslations("composer");
	const list = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState({ start: 0, below: false });

	useLayoutEffect(() => {
		const box = list.current?.offsetParent?.getBoundingClientRect();
		if (!box || !field.current) return;
		const { left } = placeOf(field.current, from);
		const isMirrored = getComputedStyle(field.current).direction === "rtl";
		const start = isMirrored ? box.right - left : left - box.left;
		setPlace({
			start: Math.max(0, Math.min(start - ASIDE_PX, box.width - WIDTH_PX)),
			below: box.top < NEEDED_ABOVE_PX,
		});
	}, [field, from]);

	useEffect(() => {
		document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
	}, [id, active]);

	return (
		<div
			ref={list}
			id={id}
			role="listbox"
			// It scrolls, and so has to be reachable; the field's own keys are what one uses.
			tabIndex={0}
			aria-label={t(`completion.${kind}`)}
			style={{ insetInlineStart: place.start, width: WIDTH_PX }}
			className={classNames(
				"absolute z-(--z-menu) max-h-[min(24rem,45dvh)] max-w-full animate-appear overflow-y-auto rounded-lg bg-raised p-1.5 text-ui shadow-menu",
				"max-md:w-full! max-md:start-0!",
				place.below ? "top-full mt-1.5" : "bottom-full mb-1.5 max-md:mb-2.5",
			)}
		>
			{candidates.map((candidate) => (
				<CandidateRow
					key={candidate.id}
					id={optionId(id, candidate)}
					candidate={candidate}
					active={candidate === active}
					onChoose={() => onChoose(candidate)}
				/>
			))}
		</div>
	);
}
