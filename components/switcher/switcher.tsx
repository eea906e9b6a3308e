"use client";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { messagePath, roomPath, useGo } from "@/components/frame/navigation";
import { IconButton } from "@/components/ui/icon-button";
import { isComposing } from "@/components/ui/is-composing";
import { Keys } from "@/components/ui/keys";
import { Note } from "@/components/ui/note";
import { useModal } from "@/components/ui/use-modal";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import type { SearchHit } from "@/lib/shared/schemas/search";
import { readQuery } from "./choices";
import { FoundRow } from "./found-row";
import { HitRow } from "./hit-row";
import { SwitcherRow } from "./switcher-row";
import { type Action, useActions } from "./use-actions";
import { useFound, useFoundMessages } from "./use-found";
import { useOpen } from "./use-open";

/** The way to any room or person, and to what can be done, by a few letters. */
export function Switcher({ text: typed = "", onClose }: { text?: string | undefined; onClose: () => void }) {
	const t = useTranslations("switcher");
	const go = useGo();
	const id = useId();
	const sentenceOf = useSentenceOf();
	const dialog = useRef<HTMLDialogElement>(null);
	const [text, setText] = useState(typed);
	const [moved, setMoved] = useState<string>();
	const { found, searching } = useFound(text);
	const query = readQuery(text);
	const { words, only } = query;
	const hits = useFoundMessages(query);
	const actions = useActions(words);
	const shownActions = only ? [] : actions;
	const all = [
		...found.map((one) => one.id),
		...hits.map(({ message }) => `message-${message.id}`),
		...shownActions.map((action) => `action-${action.id}`),
	];
	// By what it is and not by its place: what the server answers later does not move the choice.
	const settled = found.length > 0 || !searching;
	const chosen = moved && all.includes(moved) ? moved : settled ? all[0] : undefined;
	const { open, error } = useOpen((room) => {
		onClose();
		go(roomPath(room.id));
	});

	useModal(dialog);

	function openHit({ message }: SearchHit) {
		onClose();
		go(messagePath(message));
	}

	function run(action: Action) {
		onClose();
		action.run();
	}

	function pickChosen() {
		const one = found.find((other) => other.id === chosen);
		const action = shownActions.find((other) => `action-${other.id}` === chosen);
		const hit = hits.find(({ message }) => `message-${message.id}` === chosen);
		if (one) open(one);
		else if (hit) openHit(hit);
		else if (action) run(action);
	}

	function onKey(event: KeyboardEvent) {
		if (isComposing(event)) return;
		const at = all.indexOf(chosen ?? "");
		const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
		const step = steps[event.key];
		if (event.key === "Enter") pickChosen();
		else if (step !== undefined && !event.shiftKey) setMoved(all.at(step % Math.max(1, all.length)));
		else return;
		event.preventDefault();
	}

	const optionId = (name: string) => `${id}-${name}`;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way, the browser sends it as cancel
		<dialog
			ref={dialog}
			aria-label={t("title")}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onClick={(event) => event.target === dialog.current && onClose()}
			className="mx-auto mt-28 mb-auto flex max-h-[calc(100dvh-8.5rem)] w-150 max-w-[calc(100vw-2rem)] animate-appear flex-col overflow-hidden rounded-xl bg-raised p-0 text-ui text-text shadow-dialog [--ground:var(--surface-raised)] max-md:m-0 max-md:h-dvh max-md:max-h-none max-md:w-full max-md:max-w-none max-md:rounded-none"
		>
			<div className="flex h-14 shrink-0 items-center gap-3 border-b border-border ps-5 pe-5 max-md:pe-1">
				<Search size={19} strokeWidth={1.75} aria-hidden className="shrink-0 text-faint" />
				<input
					ref={caretToEnd}
					role="combobox"
					aria-expanded="true"
					aria-controls={optionId("list")}
					aria-activedescendant={chosen && optionId(chosen)}
					aria-autocomplete="list"
					aria-label={t("title")}
					placeholder={t("placeholder")}
					value={text}
					onChange={(event) => {
						setText(event.target.value);
						setMoved(undefined);
					}}
					onKeyDown={onKey}
					autoFocus
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					dir="auto"
					className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none"
				/>
				<IconButton icon={X} label={t("close")} onClick={onClose} className="md:hidden" />
			</div>
			<div
				id={optionId("list")}
				role="listbox"
				aria-label={t("list")}
				className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
			>
				{found.length > 0 && (
					<Group title={words === "" && !only ? t("group.recent") : t("group.found")}>
						{found.map((one) => (
							<FoundRow
								key={one.id}
								id={optionId(one.id)}
								found={one}
								chosen={one.id === chosen}
								onPoint={() => setMoved(one.id)}
								onPick={() => open(one)}
							/>
						))}
					</Group>
				)}
				{hits.length > 0 && (
					<Group title={t("group.messages")}>
						{hits.map((hit) => (
							<HitRow
								key={hit.message.id}
								id={optionId(`message-${hit.message.id}`)}
								hit={hit}
								chosen={`message-${hit.message.id}` === chosen}
								onPoint={() => setMoved(`message-${hit.message.id}`)}
								onPick={() => openHit(hit)}
							/>
						))}
					</Group>
				)}
				{shownActions.length > 0 && (
					<Group title={t("group.actions")}>
						{shownActions.map((action) => (
							<SwitcherRow
								key={action.id}
								id={optionId(`action-${action.id}`)}
								low
								chosen={`action-${action.id}` === chosen}
								icon={<action.icon size={17} strokeWidth={1.75} aria-hidden />}
								name={action.label}
								end={action.keys && <Keys keys={action.keys} className="pointer-coarse:hidden" />}
								onPoint={() => setMoved(`action-${action.id}`)}
								onPick={() => run(action)}
							/>
						))}
					</Group>
				)}
			</div>
			<p role="status" className={found.length > 0 || searching || words === "" ? "sr-only" : "px-5 pb-3 text-muted"}>
				{found.length > 0 ? t("count", { count: found.length }) : !searching && words !== "" && t("nothing", { words })}
			</p>
			{error !== null && (
				<Note tone="danger" className="mx-4 mb-3">
					{sentenceOf(error)}
				</Note>
			)}
			<div className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-border px-5 py-2.5 text-xs text-faint pointer-coarse:hidden">
				<Hint keys={["↑", "↓"]}>{t("hint.choose")}</Hint>
				<Hint keys={["Enter"]}>{t("hint.open")}</Hint>
				<Hint keys={["@"]}>{t("hint.people")}</Hint>
				<Hint keys={["#"]}>{t("hint.rooms")}</Hint>
			</div>
		</dialog>
	);
}

function caretToEnd(field: HTMLInputElement | null): void {
	field?.setSelectionRange(field.value.length, field.value.length);
}

function Group({ title, children }: { title: string; children: ReactNode }) {
	const id = useId();
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
		<div role="group" aria-labelledby={id} className="not-first:mt-2">
			<div id={id} className="flex h-7 items-center px-2 text-xs font-semibold text-faint">
				{title}
			</div>
			{children}
		</div>
	);
}

function Hint({ keys, children }: { keys: string[]; children: string }) {
	return (
		<span className="flex items-center gap-1.5">
			{keys.map((key) => (
				<Keys key={key} keys={key} />
			))}
			{children}
		</span>
	);
}
