"use client";
import { type ComponentProps, type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from "react";
import type { RoomView } from "@/lib/shared/schemas/room";
import { applyEdit } from "./apply-edit";
import { CompletionList, optionId } from "./completion-list";
import { type Trigger, triggerAt } from "./trigger";
import { type Candidate, useCandidates } from "./use-candidates";

type Options = {
	field: RefObject<HTMLTextAreaElement | null>;
	value: string;
	/** Undefined while something is selected, or the field has no focus. */
	caret: number | undefined;
	room: RoomView;
	commands: boolean;
};

type Completion = {
	/** For the field, which keeps the focus. */
	attributes: Pick<
		ComponentProps<"textarea">,
		"aria-autocomplete" | "aria-haspopup" | "aria-controls" | "aria-activedescendant"
	>;
	/** Answers whether the key was meant for the list. */
	onKey: (event: KeyboardEvent) => boolean;
	list: ReactNode;
};

/** The list of what can be meant by what is being named at the caret. */
export function useCompletion({ field, value, caret, room, commands }: Options): Completion {
	const id = useId();
	const [dismissed, setDismissed] = useState<string>();
	const [chosen, setChosen] = useState({ of: "", index: 0 });
	const found = caret === undefined ? undefined : triggerAt({ text: value, start: caret, end: caret });
	const trigger = found && nameOf(found) !== dismissed && (commands || found.kind !== "commands") ? found : undefined;
	const candidates = useCandidates(trigger, room);
	if (dismissed !== undefined && (!found || nameOf(found) !== dismissed)) setDismissed(undefined);
	const key = trigger ? `${nameOf(trigger)} ${trigger.query}` : "";
	const index = chosen.of === key ? Math.min(chosen.index, candidates.length - 1) : 0;
	const now = candidates[index];
	const attributes = { "aria-autocomplete": "list", "aria-haspopup": "listbox" } as const;
	if (!trigger || !now || caret === undefined) return { attributes, onKey: () => false, list: null };

	function choose(candidate: Candidate) {
		if (!field.current || !trigger || caret === undefined) return;
		// A space that is there already serves.
		const insert = value[caret] === " " ? candidate.insert.trimEnd() : candidate.insert;
		const end = trigger.from + candidate.insert.length;
		applyEdit(field.current, { from: trigger.from, to: caret, insert, select: [end, end] });
	}

	return {
		attributes: { ...attributes, "aria-controls": id, "aria-activedescendant": optionId(id, now) },
		onKey(event) {
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
			if (step) setChosen({ of: key, index: (index + step + candidates.length) % candidates.length });
			else if (event.key === "Escape") setDismissed(nameOf(trigger));
			else if (event.key === "Tab" || (event.key === "Enter" && !isComplete(now, value, trigger))) choose(now);
			else return false;
			event.preventDefault();
			event.stopPropagation();
			return true;
		},
		list: (
			<CompletionList
				id={id}
				kind={trigger.kind}
				candidates={candidates}
				active={now}
				field={field}
				from={trigger.from}
				onChoose={choose}
			/>
		),
	};
}

const nameOf = ({ kind, from }: Trigger) => `${kind} ${from}`;

/** Written out already, and needs no more: Enter sends. */
function isComplete(candidate: Candidate, value: string, { from, query }: Trigger): boolean {
	if (candidate.kind === "command" && candidate.command.needsMore) return false;
	return candidate.insert.trimEnd() === value.slice(from, from + 1 + query.length);
}
