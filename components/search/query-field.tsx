"use client";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { CandidateRow } from "./candidate-row";
import { Chip } from "./chip";
import { type Filter, type Trigger, type Typed, triggerAt, typedSoFar, withFilter } from "./typed";
import { type Candidate, useCandidates } from "./use-candidates";

export type QueryFieldHandle = { focus: () => void; begin: (text: string) => void };

type Props = {
	ref: Ref<QueryFieldHandle>;
	typed: Typed;
	/** @param isHalf it ends in a filter that is not whole yet */
	onType: (typed: Typed, isHalf: boolean) => void;
	onChoose: (typed: Typed) => void;
	/** Enter: to what was found. */
	onEnter: () => void;
	/** Down, out of the field. */
	onDown: () => void;
	/** Esc where there is nothing left to take back. */
	onLeave: () => void;
};

/** Where one writes what one looks for. Filters stand in it as one thing each; their values are completed while they are written. */
export function QueryField({ ref, typed, onType, onChoose, onEnter, onDown, onLeave }: Props) {
	const t = useTranslations("search");
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const [trigger, setTrigger] = useState<Trigger>();
	const [active, setActive] = useState<string>();
	const candidates = useCandidates(trigger);
	const chosen = candidates.find((candidate) => candidate.id === active) ?? candidates[0];
	const isOpen = trigger !== undefined && candidates.length > 0;
	const { filters, words } = typed;
	const isEmpty = filters.length === 0 && words === "";

	useImperativeHandle(ref, () => ({
		focus: () => field.current?.focus(),
		begin(text) {
			const line = words.trim() === "" ? text : `${words.trimEnd()} ${text}`;
			onType({ filters, words: line }, true);
			setTrigger(triggerAt(line, line.length));
			field.current?.focus();
		},
	}));

	function look(input: HTMLInputElement): Trigger | undefined {
		const found = triggerAt(input.value, input.selectionStart ?? input.value.length);
		setTrigger(found);
		return found;
	}

	function write(input: HTMLInputElement) {
		const next = typedSoFar(input.value);
		setActive(undefined);
		if (next.filters.length === 0) {
			return onType({ filters, words: next.words }, look(input) !== undefined);
		}
		setTrigger(undefined);
		onChoose({ filters: next.filters.reduce(withFilter, filters), words: next.words });
	}

	function complete({ value }: Candidate) {
		if (!trigger) return;
		const left = `${words.slice(0, trigger.from)}${words.slice(trigger.to)}`.replace(/ {2,}/g, " ").trimStart();
		setTrigger(undefined);
		setActive(undefined);
		onChoose({ filters: withFilter(filters, { name: trigger.name, value }), words: left });
	}

	function remove(filter: Filter) {
		onChoose({ filters: filters.filter((one) => one !== filter), words });
		field.current?.focus();
	}

	function clear() {
		setTrigger(undefined);
		onChoose({ filters: [], words: "" });
		field.current?.focus();
	}

	/** @returns whether the key meant something here */
	function run({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): boolean {
		const at = chosen ? candidates.indexOf(chosen) : -1;
		if (isOpen) {
			if (key === "ArrowDown") return done(() => setActive(candidates[(at + 1) % candidates.length]?.id));
			if (key === "ArrowUp") return done(() => setActive(candidates.at(at - 1)?.id));
			if ((key === "Enter" || key === "Tab") && chosen) return done(() => complete(chosen));
			if (key === "Escape") return done(() => setTrigger(undefined));
		}
		const last = filters.at(-1);
		const isAtBeginning = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === 0;
		if (key === "Backspace" && isAtBeginning && last) return done(() => remove(last));
		if (key === "ArrowDown") return done(onDown);
		if (key === "Enter") return done(onEnter);
		if (key === "Escape") return done(isEmpty ? onLeave : clear);
		return false;
	}

	return (
		<search className="relative min-w-0 flex-1 md:max-w-190">
			<div
				onPointerDown={(event) => {
					if (event.target !== event.currentTarget) return;
					event.preventDefault();
					field.current?.focus();
				}}
				className="field flex h-(--control-height) cursor-text items-center gap-2 overflow-x-auto has-[input:focus]:outline-2 has-[input:focus]:outline-focus has-[input:focus]:shadow-none pointer-coarse:h-11"
				style={{ paddingInline: "10px 4px", scrollbarWidth: "none" }}
			>
				<Search size={17} strokeWidth={1.75} aria-hidden className="pointer-events-none shrink-0 text-muted" />
				{filters.map((filter) => (
					<Chip key={`${filter.name} ${filter.value}`} filter={filter} onRemove={() => remove(filter)} />
				))}
				<input
					ref={field}
					role="combobox"
					aria-expanded={isOpen}
					aria-controls={`${id}-list`}
					aria-activedescendant={isOpen && chosen ? `${id}-${chosen.id}` : undefined}
					aria-autocomplete="list"
					aria-label={t("field")}
					placeholder={filters.length === 0 ? t("placeholder") : undefined}
					value={words}
					onChange={(event) => write(event.target)}
					onSelect={(event) => look(event.currentTarget)}
					onBlur={() => {
						if (trigger) onType(typed, false);
						setTrigger(undefined);
					}}
					onKeyDown={(event) => {
						if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
						if (!run(event)) return;
						event.preventDefault();
						event.stopPropagation();
					}}
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={MOST_LETTERS}
					dir="auto"
					enterKeyHint="search"
					className="h-full min-w-32 flex-1 bg-transparent text-base outline-none placeholder:text-faint"
				/>
				{!isEmpty && <IconButton icon={X} size="small" label={t("clear")} onClick={clear} />}
			</div>
			<div
				id={`${id}-list`}
				role="listbox"
				aria-label={t("values")}
				hidden={!isOpen}
				className="absolute inset-x-0 top-full z-(--z-menu) mt-1.5 max-h-[min(24rem,60dvh)] max-w-90 animate-appear overflow-y-auto rounded-lg bg-raised p-1.5 text-ui shadow-menu"
			>
				{isOpen &&
					candidates.map((candidate) => (
						<CandidateRow
							key={candidate.id}
							id={`${id}-${candidate.id}`}
							candidate={candidate}
							active={candidate === chosen}
							onChoose={() => complete(candidate)}
						/>
					))}
			</div>
		</search>
	);
}

/** As the server takes them, with room for the filters. */
const MOST_LETTERS = 300;

function done(action: () => void): true {
	action();
	return true;
}
