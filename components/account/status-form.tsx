"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { setStatus } from "@/lib/client/api";
import { applyMe } from "@/lib/client/cache";
import { fieldErrorsOf } from "@/lib/client/errors";
import { useMe } from "@/lib/client/session";
import { MAX_STATUS_TEXT_LENGTH } from "@/lib/shared/limits";
import type { Me } from "@/lib/shared/schemas/user";
import { SaveRow } from "./save-row";

const states: { value: Me["chosenState"]; label: string }[] = [
	{ value: "auto", label: "Online while you are here" },
	{ value: "away", label: "Away" },
	{ value: "busy", label: "Busy" },
	{ value: "invisible", label: "Invisible: others see you as offline" },
];

export function StatusForm() {
	const me = useMe();
	const [changes, setChanges] = useState<{ state?: Me["chosenState"]; text?: string }>({});
	const state = changes.state ?? me.chosenState;
	const text = changes.text ?? me.status.text ?? "";
	const saved = useMutation({
		mutationFn: () => setStatus({ state, text }),
		onSuccess(changed) {
			applyMe(changed);
			setChanges({});
		},
	});
	const errors = fieldErrorsOf(saved.error);
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
			<SelectField
				label="You are"
				options={states}
				value={state}
				onChange={(event) => {
					const chosen = states.find(({ value }) => value === event.target.value);
					if (chosen) setChanges({ ...changes, state: chosen.value });
				}}
			/>
			<TextField
				label="In words"
				hint="optional"
				placeholder="At the dike until four"
				value={text}
				onChange={(event) => setChanges({ ...changes, text: event.target.value })}
				maxLength={MAX_STATUS_TEXT_LENGTH}
				error={errors.text}
			/>
			<SaveRow
				saved={saved}
				touched={Object.keys(changes).length > 0}
				hasFieldErrors={Object.keys(errors).length > 0}
			/>
		</Form>
	);
}
