"use client";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FoundRow } from "@/components/switcher/found-row";
import { useFound } from "@/components/switcher/use-found";
import { useOpen } from "@/components/switcher/use-open";
import { isComposing } from "@/components/ui/is-composing";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { silenceOf } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";

/** Looks for a room in which one may write, or for a person, as the switcher does. */
export function RoomPicker({ onPick }: { onPick: (room: RoomView) => void }) {
	const id = useId();
	const t = useTranslations("forward");
	const me = useMe();
	const sentenceOf = useSentenceOf();
	const [text, setText] = useState("");
	const [moved, setMoved] = useState<string>();
	const { found, searching } = useFound(text);
	const offered = found.filter((one) => one.kind === "person" || silenceOf(me, one.room) === undefined);
	const chosen = offered.some((one) => one.id === moved) ? moved : offered[0]?.id;
	const { open, error } = useOpen(onPick);

	function onKey(event: KeyboardEvent) {
		if (isComposing(event)) return;
		const at = offered.findIndex((one) => one.id === chosen);
		const step = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
		const one = offered[at];
		if (event.key === "Enter" && one) open(one);
		else if (step !== undefined) setMoved(offered.at(step % Math.max(1, offered.length))?.id);
		else if (event.key !== "Enter") return;
		event.preventDefault();
	}

	return (
		<div>
			<label htmlFor={id} className="mb-1.5 block text-ui font-medium">
				{t("to")}
			</label>
			<input
				id={id}
				role="combobox"
				aria-expanded="true"
				aria-controls={`${id}-list`}
				aria-activedescendant={chosen && `${id}-${chosen}`}
				aria-autocomplete="list"
				placeholder={t("placeholder")}
				value={text}
				onChange={(event) => {
					setText(event.target.value);
					setMoved(undefined);
				}}
				onKeyDown={onKey}
				autoComplete="off"
				spellCheck={false}
				dir="auto"
				className="field h-(--control-height)"
			/>
			<div id={`${id}-list`} role="listbox" aria-label={t("found")} className="mt-2 h-56 overflow-y-auto text-ui">
				{offered.map((one) => (
					<FoundRow
						key={one.id}
						id={`${id}-${one.id}`}
						found={one}
						chosen={one.id === chosen}
						onPoint={() => setMoved(one.id)}
						onPick={() => open(one)}
					/>
				))}
			</div>
			{offered.length === 0 && !searching && (
				<p role="status" className="text-ui text-muted">
					{t("nothing")}
				</p>
			)}
			{error !== null && <Note tone="danger">{sentenceOf(error)}</Note>}
		</div>
	);
}
