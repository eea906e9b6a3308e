"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/text-field";
import { changePassword } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { ClientError, fieldErrorsOf } from "@/lib/client/errors";
import { useMe, useServerInfo } from "@/lib/client/session";
import { MAX_PASSWORD_LENGTH } from "@/lib/shared/limits";
import { SaveRow } from "./save-row";

export function PasswordForm() {
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
	const errors = { ...fieldErrorsOf(saved.error), ...wrongPassword(saved.error) };
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
			{/* For password managers, which would store the new password without a name. */}
			<input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
			<PasswordField
				label="Present password"
				value={current}
				onChange={(event) => setCurrent(event.target.value)}
				autoComplete="current-password"
				maxLength={MAX_PASSWORD_LENGTH}
				error={errors.current}
			/>
			<PasswordField
				label="New password"
				value={next}
				onChange={(event) => setNext(event.target.value)}
				autoComplete="new-password"
				maxLength={MAX_PASSWORD_LENGTH}
				help={`At least ${limits.passwordLength} characters.`}
				error={errors.next}
			/>
			<SaveRow
				saved={saved}
				touched={current !== "" && next !== ""}
				hasFieldErrors={Object.keys(errors).length > 0}
				verb="Change the password"
				done="The password is changed."
			/>
		</Form>
	);
}

function wrongPassword(error: unknown): Record<string, string> {
	const isWrong = error instanceof ClientError && error.code === "invalid-credentials";
	return isWrong ? { current: "This is not your present password." } : {};
}
