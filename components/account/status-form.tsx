"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { endOf, type Span, spans } from "@/components/people/status-ends";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useFieldErrors } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { setStatus } from "@/lib/client/api";
import { applyMe } from "@/lib/client/cache";
import { useMe } from "@/lib/client/session";
import { MAX_STATUS_TEXT_LENGTH } from "@/lib/shared/limits";
import { chosenStates } from "@/lib/shared/states";
import { SaveRow } from "./save-row";

type Ending = Span | "asIs";
type Changes = { state?: (typeof chosenStates)[number]; text?: string; ending?: Ending };

export function StatusForm() {
	const t = useTranslations("account");
	const words = useTranslations("people");
	const fieldErrors = useFieldErrors();
	const { fullTime } = useTimes();
	const me = useMe();
	const { until: end, emoji } = me.status;
	const [changes, setChanges] = useState<Changes>({});
	const state = changes.state ?? me.chosenState;
	const text = changes.text ?? me.status.text ?? "";
	const ending = changes.ending ?? (end ? "asIs" : "never");
	const saved = useMutation({
		mutationFn() {
			const over = ending === "asIs" ? end : endOf(ending, new Date());
			return setStatus({ state, text, ...(emoji && { emoji }), ...(over && { until: over }) });
		},
		onSuccess(changed) {
			applyMe(changed);
			setChanges({});
		},
	});
	const errors = fieldErrors(saved.error);
	const endings: readonly Ending[] = end ? ["asIs", ...spans] : spans;
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
			<SelectField
				label={t("status.state")}
				options={chosenStates.map((value) => ({ value, label: words(`status.states.${value}`) }))}
				value={state}
				onChange={(event) => {
					const chosen = chosenStates.find((value) => value === event.target.value);
					if (chosen) setChanges({ ...changes, state: chosen });
				}}
			/>
			<TextField
				label={t("status.words")}
				hint={t("optional")}
				placeholder={t("status.example")}
				value={text}
				onChange={(event) => setChanges({ ...changes, text: event.target.value })}
				dir="auto"
				maxLength={MAX_STATUS_TEXT_LENGTH}
				error={errors.text}
			/>
			<SelectField
				label={t("status.until")}
				options={endings.map((value) => ({
					value,
					label: value === "asIs" && end ? fullTime(end) : words(`status.until.${value}`),
				}))}
				value={ending}
				onChange={(event) => {
					const chosen = endings.find((value) => value === event.target.value);
					if (chosen) setChanges({ ...changes, ending: chosen });
				}}
				error={errors.until}
			/>
			<SaveRow
				saved={saved}
				touched={Object.keys(changes).length > 0}
				hasFieldErrors={Object.keys(errors).length > 0}
			/>
		</Form>
	);
}
