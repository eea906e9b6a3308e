"use client";
import { useMutation } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { focusStays } from "@/components/ui/focus-stays";
import { Form } from "@/components/ui/form";
import { IconButton } from "@/components/ui/icon-button";
import { Note } from "@/components/ui/note";
import { SelectField } from "@/components/ui/select-field";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { setStatus } from "@/lib/client/api";
import { applyMe } from "@/lib/client/cache";
import { useMe } from "@/lib/client/session";
import { MAX_STATUS_TEXT_LENGTH } from "@/lib/shared/limits";
import { chosenStates } from "@/lib/shared/states";
import { StatusEmoji } from "./status-emoji";
import { endOf, type Span, spans } from "./status-ends";

const suggested = [
	{ id: "meeting", emoji: "🗓️", span: "hour" },
	{ id: "break", emoji: "🥪", span: "hour" },
	{ id: "focus", emoji: "🎧", span: "fourHours" },
	{ id: "sick", emoji: "🤒", span: "today" },
	{ id: "away", emoji: "🏝️", span: "never" },
] as const;

/** What others see beside my name: a state, a few words, and until when. */
export function StatusDialog({ onClose }: { onClose: () => void }) {
	const me = useMe();
	const t = useTranslations("people");
	const sentenceOf = useSentenceOf();
	const [state, setState] = useState(me.chosenState);
	const [text, setText] = useState(me.status.text ?? "");
	const [emoji, setEmoji] = useState(me.status.emoji ?? "");
	// What was chosen before is a time, and stays unless another is chosen.
	const [span, setSpan] = useState<Span | "asIs">(me.status.until ? "asIs" : "never");
	const isEmpty = text.trim() === "" && emoji === "";
	const saved = useMutation({
		mutationFn: () => {
			const until = span === "asIs" ? me.status.until : endOf(span, new Date());
			return setStatus({ state, text, ...(emoji ? { emoji } : {}), ...(until && !isEmpty ? { until } : {}) });
		},
		onSuccess(changed) {
			applyMe(changed);
			onClose();
		},
	});
	return (
		<Dialog title={t("status.title")} onClose={onClose}>
			<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
				<div className="field flex h-10.5 items-center gap-1 px-1 focus-within:outline-2 focus-within:outline-focus">
					<StatusEmoji emoji={emoji} onPick={setEmoji} />
					<input
						aria-label={t("status.text")}
						value={text}
						onChange={(event) => setText(event.target.value)}
						maxLength={MAX_STATUS_TEXT_LENGTH}
						placeholder={t("status.placeholder")}
						autoComplete="off"
						dir="auto"
						className="h-full min-w-0 flex-1 bg-transparent outline-none"
					/>
					{!isEmpty && (
						<IconButton
							size="small"
							icon={X}
							label={t("status.clear")}
							ref={focusStays}
							onClick={() => {
								setText("");
								setEmoji("");
							}}
						/>
					)}
				</div>
				{isEmpty && (
					<ul ref={focusStays} aria-label={t("status.suggested")} className="-mt-2 grid">
						{suggested.map((one) => (
							<li key={one.id}>
								<button
									type="button"
									onClick={() => {
										setText(t(`status.suggest.${one.id}`));
										setEmoji(one.emoji);
										setSpan(one.span);
									}}
									className="flex min-h-9 w-full items-center gap-3 rounded-sm px-2 text-start text-ui hover:bg-raised-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
								>
									<span aria-hidden="true" className="w-6 text-center">
										{one.emoji}
									</span>
									<span className="cut flex-1">{t(`status.suggest.${one.id}`)}</span>
									<span className="text-sm text-faint">{t(`status.until.${one.span}`)}</span>
								</button>
							</li>
						))}
					</ul>
				)}
				{!isEmpty && (
					<SelectField
						label={t("status.ends")}
						value={span}
						options={[...(me.status.until ? (["asIs"] as const) : []), ...spans].map((value) => ({
							value,
							label: t(`status.until.${value}`),
						}))}
						onChange={(event) => setSpan(spans.find((value) => value === event.target.value) ?? "asIs")}
					/>
				)}
				<SelectField
					label={t("status.state")}
					value={state}
					options={chosenStates.map((value) => ({ value, label: t(`status.states.${value}`) }))}
					onChange={(event) => setState(chosenStates.find((value) => value === event.target.value) ?? state)}
				/>
				{saved.isError && <Note tone="danger">{sentenceOf(saved.error)}</Note>}
				<DialogActions>
					<Button look="plain" onClick={onClose}>
						{t("status.cancel")}
					</Button>
					<Button type="submit" look="main" busy={saved.isPending}>
						{t("status.save")}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
