"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { takenFields } from "@/components/sign-in/taken-fields";
import { Form } from "@/components/ui/form";
import { TextArea, TextField } from "@/components/ui/text-field";
import { changeMe } from "@/lib/client/api";
import { applyMe } from "@/lib/client/cache";
import { fieldErrorsOf } from "@/lib/client/errors";
import { useMe } from "@/lib/client/session";
import { MAX_BIO_LENGTH, MAX_NAME_LENGTH, MAX_USERNAME_LENGTH } from "@/lib/shared/limits";
import { SaveRow } from "./save-row";

export function ProfileForm() {
	const me = useMe();
	const [changes, setChanges] = useState<{ name?: string; username?: string; bio?: string }>({});
	const saved = useMutation({
		mutationFn: () => changeMe(changes),
		onSuccess(changed) {
			applyMe(changed);
			setChanges({});
		},
	});
	const errors = { ...fieldErrorsOf(saved.error), ...takenFields(saved.error) };
	return (
		<Form onSend={() => saved.mutate()} error={saved.error} className="grid gap-4.5">
			<TextField
				label="Name"
				value={changes.name ?? me.name}
				onChange={(event) => setChanges({ ...changes, name: event.target.value })}
				autoComplete="name"
				maxLength={MAX_NAME_LENGTH}
				error={errors.name}
			/>
			<TextField
				label="Username"
				value={changes.username ?? me.username}
				onChange={(event) => setChanges({ ...changes, username: event.target.value })}
				autoComplete="username"
				autoCapitalize="none"
				spellCheck={false}
				maxLength={MAX_USERNAME_LENGTH}
				error={errors.username}
			/>
			<TextField label="Mail address" value={me.email} readOnly />
			<TextArea
				label="About you"
				hint="optional"
				value={changes.bio ?? me.bio ?? ""}
				onChange={(event) => setChanges({ ...changes, bio: event.target.value })}
				maxLength={MAX_BIO_LENGTH}
				error={errors.bio}
			/>
			<SaveRow
				saved={saved}
				touched={Object.keys(changes).length > 0}
				hasFieldErrors={Object.keys(errors).length > 0}
			/>
		</Form>
	);
}
