"use client";
import {
	type KeyboardEvent,
	type Ref,
	type RefObject,
	useId,
	useImperativeHandle,
	useLayoutEffect,
	useState,
} from "react";
import type { RoomView } from "@/lib/shared/schemas/room";
import { applyEdit } from "./apply-edit";
import { CompletionList, optionId } from "./completion-list";
import { type Trigger, triggerAt } from "./trigger";
import { type Candidate, useCandidates } from "./use-candidates";

/** Asked by the field for each key before it is taken for anything else: whether it was meant for the list. */
export type CompletionHandle = { onKey: (event: KeyboardEvent) => boolean };

type Props = {
	handle: Ref<CompletionHandle>;
	/** Keeps the focus. */
	field: RefObject<HTMLTextAreaElement | null>;
	value: string;
	caret: number;
	room: RoomView;
	commands: boolean;
};

/** The list of what can be meant by what is being named at the caret. */
export function Completion({ handle, field, value, caret, room, commands }: Props) {
	const id = useId();
	const [dismissed, setDismissed] = useState<string>();
	const [chosen, setChosen] = useState({ of: "", index: 0 });
	const found = triggerAt({ text: value, start: caret, end: caret });
	const trigger = found && nameOf(found) !== dismissed && (commands || found.kind !== "commands") ? found : undefined;
	const candidates = useCandidates(trigger, room);
	if (dismissed !== undefined && (!found || nameOf(found) !== dismissed)) setDismissed(undefined);
	const key = trigger ? `${nameOf(trigger)} ${trigger.query}` : "";
	const index = chosen.of === key ? Math.min(chosen.index, candidates.length - 1) : 0;
	const now = trigger && candidates[index];
	const option = now && optionId(id, now);

	useImperativeHandle(handle, () => ({ onKey }));
	// It comes and goes without the field being drawn again.
	useLayoutEffect(() => {
		const it = field.current;
		if (!it || option === undefined) return;
		it.setAttribute("aria-controls", id);
		it.setAttribute("aria-activedescendant", option);
		return () => {
			it.removeAttribute("aria-controls");
			it.removeAttribute("aria-activedescendant");
		};
	}, [field, id, option]);

	function onKey(event: KeyboardEvent): boolean {
		if (!trigger || !now || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step) setChosen({ of: key, index: (index + step + candidates.length) % candidates.length });
		else if (event.key === "Escape") setDismissed(nameOf(trigger));
		else if (event.key === "Tab" || (event.key === "Enter" && !isComplete(now, value, trigger))) choose(now);
		else return false;
		event.preventDefault();
		event.stopPropagation();
		return true;
	}

	function choose(candidate: Candidate) {
		if (!field.current || !trigger) return;
		// A space that is there already serves.
		const insert = value[caret] === " " ? candidate.insert.trimEnd() : candidate.insert;
		const end = trigger.from + candidate.insert.length;
		applyEdit(field.current, { from: trigger.from, to: caret, insert, select: [end, end] });
	}

	if (!trigger || !now) return null;
	return (
		<CompletionList
			id={id}
			kind={trigger.kind}
			candidates={candidates}
			active={now}
			field={field}
			from={trigger.from}
			onChoose={choose}
		/>
	);
}

const nameOf = ({ kind, from }: Trigger) => `${kind} ${from}`;

/** Written out already, and needs no more: Enter sends. */
function isComplete(candidate: Candidate, value: string, { from, query }: Trigger): boolean {
	if (candidate.kind === "command" && candidate.command.needsMore) return false;
	return candidate.insert.trimEnd() === value.slice(from, from + 1 + query.length);
}
