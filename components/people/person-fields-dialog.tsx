"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { changeUser } from "@/lib/client/api";
import { applyEvent } from "@/lib/client/cache";
import { useUser } from "@/lib/client/rooms";
import { useProfileFields } from "@/lib/client/session";
import { ProfileFieldInput } from "./profile-field-input";

/** For administrators: what stands in somebody's profile, also where its owner may not change it. */
export function PersonFieldsDialog({ userId, onClose }: { userId: string; onClose: () => void }) {
	const t = useTranslations("people");
	const fields = useProfileFields();
	const { data: person } = useUser(userId);
	const fieldErrors = useFieldErrors();
	const sentenceOf = useSentenceOf();
	const [changes, setChanges] = useState<Record<string, string>>({});
	const saved = useMutation({
		mutationFn: () => changeUser(userId, changes),
		onSuccess(user) {
			applyEvent({ name: "user:changed", payload: { user } });
			onClose();
		},
	});
	const errors = fieldErrors(saved.error);
	if (!person) return null;
	return (
		<Dialog title={t("fields.title", { name: person.name })} onClose={onClose}>
			<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
				{fields.map((field) => (
					<ProfileFieldInput
						key={field.name}
						field={field}
						value={changes[field.name] ?? person.fields?.[field.name] ?? ""}
						onChange={(value) => setChanges({ ...changes, [field.name]: value })}
						error={errors[`fields.${field.name}`]}
					/>
				))}
				{saved.isError && Object.keys(errors).length === 0 && <Note tone="danger">{sentenceOf(saved.error)}</Note>}
				<DialogActions>
					<Button onClick={onClose}>{t("fields.cancel")}</Button>
					<Button type="submit" look="main" busy={saved.isPending}>
						{t("fields.save")}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
