"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
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

type Changes = { state?: (typeof chosenStates)[number]; text?: string; until?: Until };

const untils = ["unset", "kept", "30", "60", "240", "1440"] as const;
type Until = (typeof untils)[number];

export function StatusForm() {
	const t = useTranslations("account");
	const fieldErrors = useFieldErrors();
	const { fullTime } = useTimes();
	const me = useMe();
	const { until: end, emoji } = me.status;
	const [changes, setChanges] = useState<Changes>({});
	const state = changes.state ?? me.chosenState;
	const text = changes.text ?? me.status.text ?? "";
	const until = changes.until ?? (end ? "kept" : "unset");
	const saved = useMutation({
		mutationFn() {
			const over = until === "kept" ? end : endOf(until);
			return setStatus({ state, text, ...(emoji && { emoji }), ...(over && { until: over }) });
		},
		onSuccess(changed) {
			applyMe(changed);
			setChanges({});
		},
	});
	const errors = fieldErrors(saved.error);
	const choices = untils.filter((choice) => choice !== "kept" || end);
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
			<SelectField
				label={t("status.state")}
				options={chosenStates.map((value) => ({ value, label: t(`status.states.${value}`) }))}
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
				options={choices.map((value) => ({
					value,
					label: value === "kept" && end ? fullTime(end) : t(`status.untils.${value}`),
				}))}
				value={until}
				onChange={(event) => {
					const chosen = untils.find((value) => value === event.target.value);
					if (chosen) setChanges({ ...changes, until: chosen });
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

function endOf(until: Until): string | undefined {
	const minutes = Number(until);
	return Number.isNaN(minutes) ? undefined : new Date(Date.now() + minutes * 60_000).toISOString();
}
