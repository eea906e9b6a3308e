"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/text-field";
import { useFieldErrors } from "@/components/words/use-sentence-of";
import { changePassword } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { useMe, useServerInfo } from "@/lib/client/session";
import { MAX_PASSWORD_LENGTH } from "@/lib/shared/limits";
import { SaveRow } from "./save-row";

export function PasswordForm() {
	const t = useTranslations("account");
	const fieldErrors = useFieldErrors();
	const me = useMe();
	const { limits } = useServerInfo();
	const cache = useQueryClient();
	const [current, setCurrent] = useState("");
	const [next, setNext] = useState("");
	const saved = useMutation({
		mutationFn: () => changePassword({ current, next }),
		onSuccess() {
			setCurrent("");
			setNext("");
			void cache.invalidateQueries({ queryKey: keys.sessions });
		},
	});
	const errors = fieldErrors(saved.error);
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
			{/* For password managers, which would store the new password without a name. */}
			<input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
			<PasswordField
				label={t("password.current")}
				value={current}
				onChange={(event) => setCurrent(event.target.value)}
				autoComplete="current-password"
				maxLength={MAX_PASSWORD_LENGTH}
				error={errors.current}
			/>
			<PasswordField
				label={t("password.next")}
				value={next}
				onChange={(event) => setNext(event.target.value)}
				autoComplete="new-password"
				maxLength={MAX_PASSWORD_LENGTH}
				help={t("password.help", { length: limits.passwordLength })}
				error={errors.next}
			/>
			<SaveRow
				saved={saved}
				touched={current !== "" && next !== ""}
				hasFieldErrors={Object.keys(errors).length > 0}
				verb={t("password.verb")}
				done={t("password.done")}
			/>
		</Form>
	);
}
